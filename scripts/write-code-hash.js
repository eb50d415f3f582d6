import { writeFileSync } from "node:fs";
import { hashFile, hashOfCode } from "../dist/lib/program-fingerprint.js";

/*
 * The last step of compiling: what the program is known by, so that no build has to read all of its code.
 */
writeFileSync(hashFile, hashOfCode());
