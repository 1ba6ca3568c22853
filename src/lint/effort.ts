/** How much of a questionnaire is still tried out; when it is used up, nothing more is claimed. */
export type Effort = {
  /** Steps of searching for answers that a condition wants. */
  steps: number;
  /** Questions judged. */
  judged: number;
};

/** Many times what a questionnaire made by hand needs; one made to hang us ends in seconds. */
export function fullEffort(): Effort {
  return { steps: 500_000, judged: 1_000_000 };
}
