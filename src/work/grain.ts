/** Milliseconds: a file changed so shortly before its mark was taken could have been changed again since. */
export const GRAIN = 2000;
