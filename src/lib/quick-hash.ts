/**
 * A number of 53 bits that follows from texts, in a fraction of the time of a cryptographic hash. Not for texts of which
 * somebody would gain by two with one number.
 */
export function quickHash(texts: readonly string[]): number {
  let [high, low] = [0x2545f491, 0x9e3779b9];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x5bd1e995);
      low ^= low >>> 15;
    }
    // Where one text ends and the next begins.
    high = Math.imul(high ^ 0x10000, 0x01000193);
    low = Math.imul(low ^ 0x10000, 0x5bd1e995);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
