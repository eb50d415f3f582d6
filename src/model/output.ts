/** A file of the destination. */
export type Output =
  | { readonly path: string; readonly contents: string | Uint8Array }
  /** Copied byte for byte from an absolute path. */
  | { readonly path: string; readonly copyFrom: string };
