/** `24,621` */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 post`, `24,621 posts` */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `812 B`, `3.1 MB`: decimal units, as disks and hosts count. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let size = bytes;
  while (size >= 999.5 && units.length > 1) {
    size /= 1000;
    units.shift();
  }
  return `${size < 10 && size !== bytes ? size.toFixed(1) : Math.round(size)} ${units[0]}`;
}

/** `38 ms`, `1.9 s`, `2 min 5 s` */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(Math.round(seconds) / 60)} min ${Math.round(seconds) % 60} s`;
}
