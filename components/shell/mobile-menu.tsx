"use client";

import { Menu, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { type MenuLink, MenuLinks } from "./menu-links";

/** The menu on narrow screens: a sheet from the left. */
export function MobileMenu({ links }: { links: MenuLink[] }) {
  const t = useTranslations("shell");
  const sheet = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  useEffect(() => {
    if (isOpen) sheet.current?.showModal();
    else sheet.current?.close();
  }, [isOpen]);
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
      <dialog
        ref={sheet}
        aria-labelledby={heading}
        onClose={close}
        onPointerDown={(event) => event.target === sheet.current && close()}
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
          {isOpen && <MenuLinks links={links} label={t("menu")} onNavigate={close} />}
        </div>
      </dialog>
    </>
  );
}
