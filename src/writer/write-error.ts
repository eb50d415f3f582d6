import { UserError } from "../model/message.js";

const advice: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: make room and build again",
  EDQUOT: "Your share of the disk is used up: make room and build again",
  EACCES: "Give yourself the right to write there, or choose another destination with `-d`",
  EPERM: "Give yourself the right to write there, or choose another destination with `-d`",
  EROFS: "The file system is read-only: choose another destination with `-d`",
  EMFILE: "Too many files are open: raise the limit, for example with `ulimit -n 4096`",
  ENFILE: "Too many files are open on this machine: close other programs and build again",
  ENAMETOOLONG: "Give the post a shorter `slug:` or `permalink:`; names have at most 255 bytes",
  EIO: "The disk reports an error: check it before you build again",
  EISDIR: "Two outputs want this path, one as a file and one as a folder: give one of them another permalink",
  ENOTDIR: "Two outputs want this path, one as a file and one as a folder: give one of them another permalink",
  EEXIST: "Two outputs want this path, one as a file and one as a folder: give one of them another permalink",
};

/** Runs something that writes; what the machine refuses becomes a `UserError` that says what to do about it. */
export function explainWriteErrors<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const note = code === undefined ? undefined : advice[code];
    if (note === undefined) throw error;
    throw new UserError([
      { severity: "error", ruleId: "cannot-write", reason: `${what} could not be written (${code})`, note },
    ]);
  }
}
