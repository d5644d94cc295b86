"use client";

import { type ComponentProps, useEffect, useRef } from "react";

type ModalDialogProps = Omit<ComponentProps<"dialog">, "ref" | "open" | "onClose"> & {
  isOpen: boolean;
  /** Called when it closes: by Escape, a click outside or a button. */
  onClose: () => void;
};

/** The browser's own modal dialog; what it holds is there only while it is open. */
export function ModalDialog({ isOpen, onClose, children, ...dialog }: ModalDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  return (
    <dialog
      {...dialog}
      ref={element}
      onClose={onClose}
      onPointerDown={(event) => event.target === element.current && onClose()}
    >
      {isOpen && children}
    </dialog>
  );
}
