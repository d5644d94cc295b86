import { cn } from "@/components/ui/class-names";
import { basePath } from "@/partner-api/base";
import type { DescribedOperation } from "./described";
import { Fields, Heading } from "./fields";
import { TryOperation } from "./try-operation";

const methodTones: Record<string, string> = {
  GET: "bg-info-soft text-info",
  POST: "bg-success-soft text-success",
  PUT: "bg-warning-soft text-warning",
  DELETE: "bg-danger-soft text-danger",
};

const roleNames = {
  "server-to-server": "API client",
  admin: "Admin",
  staff: "Staff",
  user: "End-user",
} as const;

const accessWords = {
  yes: "yes",
  partly: "for some roles",
  own: "own only",
  no: "no",
} as const;

/** One operation, folded: the reader opens what they need. */
export function OperationReference({ operation }: { operation: DescribedOperation }) {
  const { id, method, path, summary, description, answer } = operation;
  return (
    <details id={id} className="group scroll-mt-6 rounded-xl border border-line bg-surface">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-xl px-4 py-2 hover:bg-sunken">
        <Method method={method} />
        <h3 className="text-sm font-medium text-ink">{summary}</h3>
        <code className="ml-auto text-xs break-all text-ink-faint">{path}</code>
      </summary>
      <div className="space-y-5 border-t border-line px-4 py-4">
        {description && <p className="max-w-prose text-ink-soft">{description}</p>}
        <Rights operation={operation} />
        <Fields title="In the path" fields={operation.pathFields} />
        <Fields title="In the query" fields={operation.query} />
        <Fields title="Headers" fields={operation.headers} />
        <Fields title="Body" fields={operation.body} />
        <Fields
          title={answer?.isList ? "Answer: a list of records, each with" : "Answer"}
          fields={answer?.fields ?? []}
          isAnswer
        />
        <section>
          <Heading>Statuses</Heading>
          <ul className="mt-1 grid gap-x-6 text-[13px] sm:grid-cols-2">
            {operation.statuses.map(({ status, words }) => (
              <li key={status} className="flex gap-2 text-ink-soft">
                <code className="text-ink">{status}</code> {words}
              </li>
            ))}
          </ul>
        </section>
        <TryOperation
          id={id}
          method={method}
          path={basePath + path}
          parameters={[...operation.pathFields, ...operation.query].map(({ name }) => name)}
          example={operation.example}
        />
      </div>
    </details>
  );
}

function Method({ method }: { method: string }) {
  return (
    <span
      className={cn(
        "inline-block w-16 rounded-md text-center font-mono text-xs leading-6 font-semibold",
        methodTones[method],
      )}
    >
      {method}
    </span>
  );
}

function Rights({ operation }: { operation: DescribedOperation }) {
  return (
    <section>
      <Heading>Who may</Heading>
      <dl className="mt-1.5 flex flex-wrap gap-2 text-[13px]">
        {operation.roles.map(({ role, scope }) => (
          <div key={role} className="flex gap-1.5 rounded-lg bg-sunken px-2.5 py-0.5">
            <dt className="text-ink-soft">{roleNames[role]}</dt>
            <dd className={scope === "no" ? "font-medium text-danger" : "font-medium text-success"}>
              {accessWords[scope]}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 text-[13px] text-ink-faint">
        Scope:{" "}
        {operation.scopes.map((scope, index) => (
          <span key={scope}>
            {index > 0 && " or "}
            <code>{scope}</code>
          </span>
        ))}
      </p>
    </section>
  );
}
