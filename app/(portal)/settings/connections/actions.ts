"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { updateConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { switchEnodeOff, switchEnodeOn } from "@/lib/devices/connections/connector-credentials";

const showSaved = () => redirect("/settings/connections?saved=1");

export const updateConnectionSettingsAction = formAction(updateConnectionSettings, showSaved);

export const switchEnodeOnAction = formAction({ from: switchEnodeOn }, showSaved);

export const switchEnodeOffAction = formAction(switchEnodeOff, showSaved);
