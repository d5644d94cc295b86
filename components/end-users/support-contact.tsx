import { LifeBuoy } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

type Props = {
  contact: { organizationName: string; email: string | null };
  /** By which the organization finds the customer. */
  customerNumber: string | null;
};

/** How an end-user reaches their utility: by email where it has an address for that. */
export async function SupportContact({ contact, customerNumber }: Props) {
  const t = await getTranslations("me.support");
  const { organizationName, email } = contact;
  const subject = customerNumber ? t("subject", { number: customerNumber }) : "";
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3 text-sm text-ink">
        <p>{t(email ? "hint" : "hintWithoutEmail", { organization: organizationName })}</p>
        {email && (
          <a
            href={`mailto:${email}${subject && `?subject=${encodeURIComponent(subject)}`}`}
            className={`${buttonClasses()} self-start max-sm:self-stretch`}
          >
            <LifeBuoy aria-hidden className="size-4" />
            {t("write")}
          </a>
        )}
        {email && <p className="text-[13px] break-all text-ink-faint">{email}</p>}
      </div>
    </Card>
  );
}
