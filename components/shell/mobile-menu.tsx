"use client";

import { Menu, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { type MenuLink, MenuLinks } from "./menu-links";

/** The menu on narrow screens: a sheet from the left. */
export function MobileMenu({ links }: { links: MenuLink[] }) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label={t("openMenu")}
        className="grid size-9 place-items-center rounded-lg text-ink-soft hover:bg-sunken lg:hidden"
      >
        <Menu aria-hidden className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] border-r border-line bg-surface p-4"
        >
          <div className="mb-4 flex items-center justify-between">
            <Dialog.Title className="text-[15px] font-semibold text-ink">{t("menu")}</Dialog.Title>
            <Dialog.Close
              aria-label={t("closeMenu")}
              className="grid size-9 place-items-center rounded-lg text-ink-soft hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <MenuLinks links={links} label={t("menu")} onNavigate={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
