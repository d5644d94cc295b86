import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";

/** Takes the list out as it is filtered now. */
export async function ExportLink({
  path,
  parameters,
}: {
  path: string;
  parameters: ListParameters;
}) {
  const t = await getTranslations("lists");
  return (
    <a href={listAddress(`${path}/export`, parameters)} download className={buttonClasses({})}>
      <Download aria-hidden className="size-4" />
      {t("exportList")}
    </a>
  );
}
