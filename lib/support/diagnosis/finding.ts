export const verdicts = ["good", "warning", "problem", "unknown"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a check found: a verdict, and numbers and names that fill the words of its evidence. */
export type Finding = {
  verdict: Verdict;
  /** Which of the check's sentences says it. */
  says: string;
  evidence?: Record<string, string | number>;
};

/** What Wattdesk can do about a finding. */
export const nextSteps = [
  "sendLink",
  "resumeOptimization",
  "refreshState",
  "fixLocation",
  "addContract",
  "viewCustomer",
  "editCustomer",
  "viewDevice",
  "seeIncident",
  "changeSettings",
  "changePolicy",
] as const;
export type NextStep = (typeof nextSteps)[number];

export const good = (says = "good", evidence?: Finding["evidence"]): Finding =>
  finding("good", says, evidence);
export const warning = (says: string, evidence?: Finding["evidence"]): Finding =>
  finding("warning", says, evidence);
export const problem = (says: string, evidence?: Finding["evidence"]): Finding =>
  finding("problem", says, evidence);
export const unknown = (says: string, evidence?: Finding["evidence"]): Finding =>
  finding("unknown", says, evidence);

function finding(verdict: Verdict, says: string, evidence: Finding["evidence"]): Finding {
  return { verdict, says, ...(evidence && { evidence }) };
}
