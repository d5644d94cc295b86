/** A control of a form as the browser lists it. */
export type Control = { id: string; label: string | undefined };

type Fault = { name: string; problem: string; label: string | undefined; isOnPage: boolean };

/**
 * The faults of a form in the order in which their controls are on the page. Those of hidden fields come last.
 *
 * @param controls of the form in page order; undefined before the browser has rendered them.
 */
export function faultsInPageOrder(
  problems: Record<string, string>,
  idOf: (name: string) => string,
  controls: Control[] | undefined,
): Fault[] {
  const positionOf = (name: string) =>
    controls?.findIndex((control) => control.id === idOf(name)) ?? -1;
  return Object.entries(problems)
    .map(([name, problem]) => ({ name, problem, position: positionOf(name) }))
    .sort((one, other) => rank(one.position) - rank(other.position))
    .map(({ name, problem, position }) => ({
      name,
      problem,
      label: controls?.[position]?.label,
      isOnPage: controls === undefined || position >= 0,
    }));
}

const rank = (position: number) => (position < 0 ? Number.MAX_SAFE_INTEGER : position);
