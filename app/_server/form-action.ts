import "server-only";
import { forbidden } from "next/navigation";
import type { FormAction } from "@/components/form/form-state";
import type { Actor, EndUser } from "@/lib/core/access/actor";
import type { Viewer } from "@/lib/identity/auth/find-session";
import { type FormValues, submit } from "./submit";
import { requireMember, requireViewer } from "./viewer";

/** A form as it was sent, and who sent it. */
type Submission<Acting> = { actor: Acting; values: FormValues; form: FormData };

/** A use-case, or a function that calls several of them. */
type FormUseCase<Result> = { from(actor: Actor, input: unknown): Promise<Result> };

type FormOptions<Acting> = {
  /** Makes the use-case's input where that is not the form's fields as they are. */
  input?: (submission: Submission<Acting>) => unknown;
};

/**
 * Makes the server action of a form of somebody logged in: finds who acts, hands the form's fields to the use-case,
 * which parses them, and answers its refusals in the form. Identity proved in the form is handed on with the actor.
 */
function formActionOf<Acting extends Viewer["actor"]>(findActor: () => Promise<Acting>) {
  /** @param after redirects, or returns what the form is shown once it is done */
  return <Result, Shown>(
    useCase: FormUseCase<Result>,
    after: (result: Result, submission: Submission<Acting>) => Shown | Promise<Shown>,
    { input = ({ values }) => values }: FormOptions<Acting> = {},
  ): FormAction<Shown> =>
    async (_, form) => {
      const actor = await findActor();
      return submit(form, async (values) => {
        const submission = { actor, values, form };
        const acting = { ...actor, identityProof: values.identityProof };
        return after(await useCase.from(acting, await input(submission)), submission);
      });
    };
}

/** The action of a form that is of the team. */
export const formAction = formActionOf(async () => (await requireMember()).actor);

/** The action of a form about one's own account, which team and end-users have alike. */
export const ownFormAction = formActionOf(async () => (await requireViewer()).actor);

/** The action of a form that is of end-users. */
export const endUserFormAction = formActionOf(requireEndUser);

/** The action of a form that is sent before login: `run` finds the actor. */
export const openFormAction =
  <Result>(run: (values: FormValues) => Promise<Result>): FormAction<Result> =>
  async (_, form) =>
    submit(form, run);

async function requireEndUser(): Promise<EndUser> {
  const { actor } = await requireViewer();
  if (actor.kind !== "end-user") forbidden();
  return actor;
}
