/** What is wrong with each field of the step, by the field's name. */
export interface StepProps {
  readonly errors: Readonly<Record<string, string | undefined>>;
}
