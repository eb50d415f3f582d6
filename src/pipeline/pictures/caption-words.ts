/** Longest text that is a caption without a number or a source in it. */
const SHORT = 40;
const LONG = 120;

const numbered =
  /^[(（【[▲△↑▼]*\s*(?:(?:图表|图片|图|圖)\s*[\d一二三四五六七八九十]+(?:[-.–]\d+)*(?:\s*[:：.、)）\]】]|\s+|$)|(?:Figure|Fig\.?|Image|Photo|Picture|Screenshot|Illustration)\s*\d+(?:[-.–]\d+)*(?:\s*[:.)\]–—-]|$))/i;
const sourced =
  /^[(（【[*]*\s*(?:(?:图片|图|照片|配图)(?:来源|源|来自|自|出自)|(?:(?:Image|Photo|Picture)\s+)?(?:Source|Credits?|Courtesy(?: of)?)\s*:|(?:Image|Photo|Picture|Illustration)\s+(?:by|via|from|courtesy)\b)/i;
const marked = /^[▲△↑▼]\s*\S/;

/** Whether the text under a picture says of itself that it is a caption: a number, a source, an arrow that points to it. */
export function saysCaption(text: string): boolean {
  if (text.length === 0 || text.length > LONG) return false;
  if (/[。！？].*[。！？]/.test(text)) return false;
  if (numbered.test(text)) return text.length <= SHORT || !/[。]$/.test(text);
  return sourced.test(text) || marked.test(text);
}

/** Whether a text may be a caption if its place says so. */
export function mayBeCaption(text: string): boolean {
  return text.length > 0 && text.length <= SHORT && !/[:：]$/.test(text);
}

/** Whether a picture's `title` is words, not the name of its file. */
export function isTelling(title: string): boolean {
  if (/\.(?:jpe?g|png|gif|webp|svg|bmp)$/i.test(title) || title.length > 200) return false;
  return /\s/.test(title.trim()) || /[\u3400-\u9fff]/.test(title);
}
