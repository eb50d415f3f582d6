/** So many requests at a time, and so many of them to one host. */
const atOnce = 16;
const atOnceOfHost = 2;

/** Does something with each of many web addresses, politely: hosts with many of them are spread over the whole time. */
export async function eachByHost(urls: Iterable<string>, run: (url: string) => Promise<void>): Promise<void> {
  const queues = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    const queue = queues.get(host);
    if (queue) queue.push(url);
    else queues.set(host, [url]);
  }
  const lanes = [...queues.values()].flatMap((queue) =>
    Array.from({ length: Math.min(atOnceOfHost, queue.length) }, () => queue),
  );
  const workers = Array.from({ length: Math.min(atOnce, lanes.length) }, async () => {
    for (let queue = lanes.shift(); queue; queue = lanes.shift()) {
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) await run(url);
    }
  });
  await Promise.all(workers);
}
