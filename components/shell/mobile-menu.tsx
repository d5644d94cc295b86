"use client";

import { Menu, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ModalDialog } from "@/components/ui/modal-dialog";
import { type MenuGroup, MenuLinks } from "./menu-links";

/** The menu on narrow screens: a sheet from the left. */
export function MobileMenu({ groups }: { groups: MenuGroup[] }) {
  const t = useTranslations("shell");
  const heading = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        aria-label={t("openMenu")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="grid size-9 place-items-center rounded-lg text-ink-soft hover:bg-sunken lg:hidden"
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <ModalDialog
        isOpen={isOpen}
        onClose={close}
        aria-labelledby={heading}
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r border-line bg-surface p-0 text-ink backdrop:bg-black/40"
      >
        <div className="min-h-full p-4">
          <div className="mb-4 flex items-center justify-between">
            <h2 id={heading} className="text-[15px] font-semibold text-ink">
              {t("menu")}
            </h2>
            <button
              type="button"
              aria-label={t("closeMenu")}
              onClick={close}
              className="grid size-9 place-items-center rounded-lg text-ink-soft hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </button>
          </div>
          <MenuLinks groups={groups} label={t("menu")} onNavigate={close} />
        </div>
      </ModalDialog>
    </>
  );
}
