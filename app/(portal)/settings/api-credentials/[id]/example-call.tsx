import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { environment } from "@/lib/core/env";
import { basePath, tokenPath } from "@/partner-api/base";

type ExampleCallProps = { identifier: string; scopes: string[] };

/** Two lines for a terminal: one gets a token, the other something that it opens. */
export async function ExampleCall({ identifier, scopes }: ExampleCallProps) {
  const t = await getTranslations("apiCredentials");
  const { BASE_URL } = environment();
  const [organizationId = ""] = identifier.split(".");
  const lines = [
    `TOKEN=$(curl -s -u "${identifier}:$CLIENT_SECRET" -d grant_type=client_credentials ${BASE_URL}${tokenPath}/ | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -H "Authorization: Bearer $TOKEN" "${BASE_URL}${basePath}/org/${organizationId}/${firstList(scopes)}"`,
  ];
  return (
    <Card
      title={t("exampleCall")}
      description={t("exampleCallHint")}
      actions={
        <a href={`${basePath}/docs`} className="text-[13px] text-accent hover:underline">
          {t("reference")}
        </a>
      }
    >
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-lg bg-sunken p-4 font-mono text-xs leading-6 whitespace-pre text-ink"
      >
        {lines.join("\n")}
      </pre>
    </Card>
  );
}

/** A list that these scopes open. */
function firstList(scopes: string[]): string {
  const opens = (area: string) => scopes.some((scope) => scope.startsWith(`${area}:`));
  if (opens("customers")) return "users?role=user&limit=10";
  if (opens("devices")) return "devices?limit=10";
  return opens("team") ? "users?role=staff&limit=10" : "audit-events?limit=10";
}
