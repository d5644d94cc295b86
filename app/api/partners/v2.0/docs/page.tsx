import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { environment } from "@/lib/core/env";
import { basePath, revocationPath, tokenPath } from "@/partner-api/base";
import { problemsPath } from "@/partner-api/http/problem-catalogue";
import { describedOperations } from "./described";
import { describedMessages } from "./described-messages";
import { MessageReference } from "./message-reference";
import { OperationReference } from "./operation-reference";
import { Sandbox } from "./sandbox";

export const metadata: Metadata = { title: "Partner API" };

const eventsAnchor = "webhook-events";

const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** The reference of the Partner API, made from what serves it. Written for developers, in English alone. */
export default function PartnerApiReference() {
  const tags = describedOperations();
  const { BASE_URL } = environment();
  return (
    <div
      lang="en"
      className="mx-auto max-w-6xl px-4 py-8 lg:grid lg:grid-cols-[13rem_1fr] lg:gap-10"
    >
      <nav aria-label="Contents" className="mb-8 lg:sticky lg:top-8 lg:mb-0 lg:self-start">
        <p className="flex items-center gap-2.5 text-[15px] font-semibold text-ink">
          <Logo /> Partner API
        </p>
        <ul className="mt-4 flex flex-wrap gap-x-4 text-[13px] lg:block">
          {tags.map(({ tag }) => (
            <li key={tag}>
              <a
                href={`#${anchorOf(tag)}`}
                className="flex min-h-8 items-center text-ink-soft hover:text-accent hover:underline"
              >
                {tag}
              </a>
            </li>
          ))}
          <li>
            <a
              href={`#${eventsAnchor}`}
              className="flex min-h-8 items-center text-ink-soft hover:text-accent hover:underline"
            >
              Webhook events
            </a>
          </li>
          <li>
            <a
              href={`${basePath}/openapi.json`}
              className="flex min-h-8 items-center text-ink-soft hover:text-accent hover:underline"
            >
              OpenAPI 3.1
            </a>
          </li>
        </ul>
      </nav>
      <main className="min-w-0 space-y-8">
        <Introduction base={BASE_URL} />
        <Sandbox tokenAddress={`${tokenPath}/`}>
          {tags.map(({ tag, operations }) => (
            <section key={tag} aria-labelledby={anchorOf(tag)} className="space-y-2">
              <h2
                id={anchorOf(tag)}
                className="scroll-mt-6 pb-1 text-base font-semibold tracking-tight text-ink"
              >
                {tag}
              </h2>
              {operations.map((operation) => (
                <OperationReference key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
        </Sandbox>
        <Events />
      </main>
    </div>
  );
}

function Events() {
  return (
    <section aria-labelledby={eventsAnchor} className="space-y-2">
      <h2
        id={eventsAnchor}
        className="scroll-mt-6 pb-1 text-base font-semibold tracking-tight text-ink"
      >
        Webhook events
      </h2>
      <p className="max-w-prose pb-2 text-ink-soft">
        Each message is a POST with <code>type</code>, <code>timestamp</code> and <code>data</code>,
        signed by the Standard Webhooks scheme. It may arrive more than once and in another order:{" "}
        <code>webhook-id</code> stays the same. <code>record</code> is sent to webhooks with{" "}
        <code>includes_record</code>.
      </p>
      {describedMessages().map((message) => (
        <MessageReference key={message.event} message={message} />
      ))}
    </section>
  );
}

function Introduction({ base }: { base: string }) {
  return (
    <section className="space-y-3 text-ink-soft">
      <h1 className="text-2xl font-semibold tracking-tight text-ink">Wattdesk Partner API 2.0</h1>
      <p className="max-w-prose">
        What your team does in the portal, your systems do here: with the same rights, the same
        checks and the same lines in the audit log. An admin makes the credentials under Settings,
        API clients.
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label="Getting a token"
        className="overflow-x-auto rounded-xl bg-sunken p-4 font-mono text-xs whitespace-pre text-ink"
      >
        {`curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials \\
  ${base}${tokenPath}/

curl -H "Authorization: Bearer $TOKEN" \\
  ${base}${basePath}/org/$ORG_ID/users?limit=10`}
      </section>
      <ul className="max-w-prose list-disc space-y-1 pl-5">
        <li>
          A token works for ten hours; ask for another one then. It can be ended before at{" "}
          <code>{revocationPath}/</code>. People create their tokens under Account.
        </li>
        <li>
          Lists are plain arrays. The <code>Link</code> header leads to the next page;{" "}
          <code>fields</code> leaves out what you do not need.
        </li>
        <li>
          PUT changes only the fields that are sent. Send the <code>ETag</code> that you have read
          as <code>If-Match</code>, and nothing is written over what somebody else has changed
          since.
        </li>
        <li>
          A POST with an <code>Idempotency-Key</code> can be sent again within a day: it does
          nothing twice.
        </li>
        <li>
          Refusals are problem details (RFC 9457) with a lasting <code>code</code>, the fields at
          fault and the <code>request_id</code> that support asks for.{" "}
          <a href={problemsPath} className="text-accent underline">
            All codes
          </a>
          .
        </li>
      </ul>
    </section>
  );
}
