import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { actions, type Resource, resources, scopeOf } from "@/lib/core/access/matrix";

const shownRoles = ["admin", "staff", "user", "server-to-server"] as const;

/** The permission matrix as people read it, straight from the data that the server enforces. */
export function RoleGuide() {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-2xl border-collapse text-sm">
        <caption className="sr-only">{t("roleGuide")}</caption>
        <thead>
          <tr className="border-b border-line">
            <th
              scope="col"
              className="px-5 py-2.5 text-left text-[13px] font-medium text-ink-faint"
            >
              {t("roleGuideSubject")}
            </th>
            {shownRoles.map((role) => (
              <th
                key={role}
                scope="col"
                className="px-4 py-2.5 text-left text-[13px] font-medium text-ink-faint"
              >
                {roles(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <tr key={resource} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-5 py-2.5 text-left font-medium text-ink">
                {t(`resources.${resource}`)}
              </th>
              {shownRoles.map((role) => (
                <td key={role} className="px-4 py-2.5 text-ink-soft">
                  <Rights role={role} resource={resource} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rights({ role, resource }: { role: (typeof shownRoles)[number]; resource: Resource }) {
  const t = useTranslations("team");
  const granted = actions.filter((action) => scopeOf(role, action, resource));
  if (granted.length === 0) {
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-faint">
        <Minus aria-hidden className="size-3.5" />
        {t("rights.none")}
      </span>
    );
  }
  const isOwn = granted.every((action) => scopeOf(role, action, resource) === "own");
  const words =
    granted.length === actions.length
      ? t("rights.all")
      : granted.map((action) => t(`rights.${action}`)).join(", ");
  return (
    <span className="inline-flex items-start gap-1.5">
      <Check aria-hidden className="mt-1 size-3.5 shrink-0 text-success" />
      <span className="first-letter:uppercase">
        {isOwn ? t("rights.own", { rights: words }) : words}
      </span>
    </span>
  );
}
