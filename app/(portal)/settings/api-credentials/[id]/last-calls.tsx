import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import type { listApiCalls } from "@/lib/identity/api-credentials/api-calls";
import { basePath } from "@/partner-api/base";

type LastCallsProps = { calls: Awaited<ReturnType<typeof listApiCalls>> };

/** What a client asked for last, and how that went. */
export async function LastCalls({ calls }: LastCallsProps) {
  const t = await getTranslations("apiCredentials");
  return (
    <Card title={t("lastCalls")} description={t("lastCallsHint")}>
      {calls.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("noCalls")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line text-[13px] leading-5">
          {calls.map((call) => (
            <li
              key={call.id}
              className="grid grid-cols-[auto_1fr_auto] gap-x-3 py-2 first:pt-0 last:pb-0"
            >
              <span
                className={cn(
                  "font-mono font-medium",
                  call.status < 400 ? "text-success" : "text-danger",
                )}
              >
                {call.status}
              </span>
              <span className="min-w-0">
                <code className="block font-mono break-all text-ink">
                  {call.method} {shortened(call.path)}
                </code>
                <span className="text-ink-faint">
                  {call.clientAddress && `${t("from")} ${call.clientAddress} · `}
                  <code className="break-all">{call.requestId}</code>
                </span>
              </span>
              <span className="text-right text-ink-faint">
                <Moment value={call.createdAt} />
                <span className="block">{call.milliseconds} ms</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What is the same in every call of an organization is left out. */
function shortened(path: string): string {
  if (!path.startsWith(basePath)) return path;
  return path.slice(basePath.length).replace(/^\/org\/[^/]+/, "");
}
