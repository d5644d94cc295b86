import { getTranslations } from "next-intl/server";
import { PORTAL_ACCESS_DAYS } from "@/lib/customers/end-users/portal-access";
import { EndAccessForm, GiveAccessForm } from "./portal-access-forms";

type Props = {
  endUser: { id: string; email: string | null; status: string; hasPassword: boolean };
};

/** Whether an end-user may log in, and what can be changed about it. */
export async function PortalAccess({ endUser }: Props) {
  const { id, email, status, hasPassword } = endUser;
  const t = await getTranslations("users.access");
  if (email === null) return <Hint>{`${t("none")} ${t("noAddress")}`}</Hint>;
  const hint = t("giveHint", { days: PORTAL_ACCESS_DAYS });
  if (status === "no-access") {
    return (
      <>
        <Hint>{`${t("none")} ${hint}`}</Hint>
        <GiveAccessForm id={id} label={t("give")} />
      </>
    );
  }
  return (
    <>
      <Hint>{t("open", { email })}</Hint>
      {!hasPassword && <GiveAccessForm id={id} label={t("sendLink")} />}
      <Hint>{t("endHint")}</Hint>
      <EndAccessForm id={id} label={t("end")} />
    </>
  );
}

const Hint = ({ children }: { children: string }) => (
  <p className="my-3 text-[13px] leading-5 text-ink-faint first:mt-0">{children}</p>
);
