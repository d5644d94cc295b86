import type { DescribedMessage } from "./described-messages";
import { Fields, Heading } from "./fields";

/** One webhook event with the contents of its message, folded. */
export function MessageReference({ message }: { message: DescribedMessage }) {
  const { event, summary, data, example } = message;
  return (
    <details id={event} className="group scroll-mt-6 rounded-xl border border-line bg-surface">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-xl px-4 py-2 hover:bg-sunken">
        <h3 className="font-mono text-xs font-semibold text-ink">{event}</h3>
        <span className="text-sm text-ink-soft">{summary}</span>
      </summary>
      <div className="space-y-5 border-t border-line px-4 py-4">
        <Fields title="Members of data" fields={data} isAnswer />
        <section>
          <Heading>Example</Heading>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
            tabIndex={0}
            className="mt-1 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs text-ink"
          >
            {example}
          </pre>
        </section>
      </div>
    </details>
  );
}
