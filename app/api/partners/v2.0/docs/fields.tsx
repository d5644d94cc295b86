import type { DescribedField } from "./described";

export function Heading({ children }: { children: string }) {
  return <h4 className="text-[13px] font-semibold text-ink">{children}</h4>;
}

/** The fields of a request, a response or a message, each with its type. */
export function Fields({
  title,
  fields,
  isAnswer = false,
}: {
  title: string;
  fields: DescribedField[];
  isAnswer?: boolean;
}) {
  if (fields.length === 0) return null;
  return (
    <section>
      <Heading>{title}</Heading>
      <dl className="mt-1 divide-y divide-line text-[13px]">
        {fields.map(({ name, type, isRequired, description }) => (
          <div key={name} className="grid gap-x-4 py-1.5 sm:grid-cols-[15rem_1fr]">
            <dt className="break-all">
              <code className="text-ink">{name}</code>
              {isRequired && !isAnswer && <span className="ml-2 text-warning">required</span>}
            </dt>
            <dd className="text-ink-soft">
              <span className="font-mono text-xs break-words text-ink-faint">{type}</span>
              {description && <span className="block">{description}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
