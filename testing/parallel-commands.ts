import { type Role, reachOf, roles } from "../lib/access/matrix";
import { registeredUseCases, type UseCase } from "../lib/access/use-case";
import { DatabaseUnavailable, DomainError } from "../lib/errors";
import { actorOfRole } from "./actor-of-role";
import type { TestOrganization } from "./organization";
import { useCaseExamples } from "./use-case-examples";
import type { Tables, UseCaseExample } from "./use-case-examples/kinds";

export type CommandExample = { name: string; command: UseCase; example: UseCaseExample };

/** Every registered command with its example. */
export function commandExamples(): CommandExample[] {
  return registeredUseCases
    .filter(({ useCase }) => useCase.kind === "command")
    .map((command) => {
      const { name } = command.useCase;
      const example = useCaseExamples[name];
      if (!example) throw new Error(`${name} has no example.`);
      return { name, command, example };
    });
}

/** The roles that the matrix lets carry out a command. */
export function rolesFor({ example }: CommandExample): Role[] {
  return roles.filter((role) =>
    example.needs.every(([action, resource]) => reachOf(role, action, resource)),
  );
}

/** Makes what a command's example needs. @returns carries it out, as often at once as is asked for */
export async function setUpExample(
  { command, example }: CommandExample,
  role: Role,
  organization: TestOrganization,
  tables: Tables,
): Promise<(times: number) => Promise<PromiseSettledResult<unknown>[]>> {
  const { admin, staff, endUser } = organization;
  const person = role === "staff" ? staff : role === "user" ? endUser : admin;
  const input = await example.input(organization, tables, person);
  const actor = actorOfRole(role, organization);
  return (times) => Promise.allSettled(Array.from({ length: times }, () => command(actor, input)));
}

/** What of some outcomes a caller would see as a fault of the portal: a 500 or a 503. */
export function faultsOf(outcomes: PromiseSettledResult<unknown>[]): string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.status === "fulfilled") return [];
    const { reason } = outcome;
    const isRefusal = reason instanceof DomainError && !(reason instanceof DatabaseUnavailable);
    return isRefusal ? [] : [String(reason?.cause?.cause ?? reason?.cause ?? reason)];
  });
}
