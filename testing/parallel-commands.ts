import { type Role, roles, scopeOf } from "../lib/core/access/matrix";
import { DatabaseUnavailable, DomainError } from "../lib/core/errors";
import { registeredUseCases } from "../lib/core/use-cases/pipeline";
import type { RegisteredUseCase } from "../lib/core/use-cases/use-case";
import { actorOfRole } from "./actor-of-role";
import type { TestOrganization } from "./organization";
import { useCaseExamples } from "./use-case-examples";
import type { Tables, UseCaseExample } from "./use-case-examples/kinds";

export type UseCaseCall = { name: string; useCase: RegisteredUseCase; example: UseCaseExample };

/** Every registered command with its example. */
export const commandExamples = (): UseCaseCall[] => examplesOf("command");

/** Every registered query with its example. */
export const queryExamples = (): UseCaseCall[] => examplesOf("query");

function examplesOf(kind: "command" | "query"): UseCaseCall[] {
  return registeredUseCases
    .filter((each) => each.useCase.kind === kind)
    .map((useCase) => {
      const { name } = useCase.useCase;
      const example = useCaseExamples[name];
      if (!example) throw new Error(`${name} has no example.`);
      return { name, useCase, example };
    });
}

/** The roles that may run a use-case by the matrix. */
export function rolesFor({ example }: UseCaseCall): Role[] {
  return roles.filter((role) =>
    example.needs.every(([action, resource]) => scopeOf(role, action, resource)),
  );
}

/** The roles that are refused a use-case by the matrix. */
export function refusedRolesFor(call: UseCaseCall): Role[] {
  const allowed = rolesFor(call);
  return roles.filter((role) => !allowed.includes(role));
}

/** Makes what a use-case's example needs. @returns carries it out, as often at once as is asked for */
export async function setUpExample(
  { useCase, example }: UseCaseCall,
  role: Role,
  organization: TestOrganization,
  tables: Tables,
): Promise<(times: number) => Promise<PromiseSettledResult<unknown>[]>> {
  const { admin, staff, endUser } = organization;
  const person = role === "staff" ? staff : role === "user" ? endUser : admin;
  const input = await example.input(organization, tables, person);
  const actor = actorOfRole(role, organization);
  return (times) =>
    Promise.allSettled(Array.from({ length: times }, () => useCase.from(actor, input)));
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
