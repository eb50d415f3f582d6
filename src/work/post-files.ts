import type { SourceFile, SourceFiles } from "../loader/list.js";
import type { Config } from "../model/config.js";

export type PostFile = SourceFile & { readonly folder: "posts" | "drafts" };

/** A larger post (in bytes) may take more memory than there is, which ends a thread, but in this one the whole process. */
const LARGE = 1_000_000;

export const isLarge = ({ size }: SourceFile): boolean => size > LARGE;

/** The files to be processed as posts. */
export function postFilesOf({ posts, drafts }: SourceFiles, config: Config): readonly PostFile[] {
  return [
    ...posts.map((file) => ({ ...file, folder: "posts" as const })),
    ...(config.drafts ? drafts.map((file) => ({ ...file, folder: "drafts" as const })) : []),
  ];
}
