/** What `pumice doctor` found out about one thing. */
export interface Diagnosis {
  readonly name: string;
  /** An `error` keeps Pumice from working; a `warning` surprises sooner or later; `info` is good to know. */
  readonly state: "fine" | "info" | "warning" | "error";
  readonly finding: string;
  readonly advice?: string;
}
