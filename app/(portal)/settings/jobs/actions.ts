"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { discardJob, retryJob } from "@/lib/operations/jobs/organization-jobs";

const showJobs = () => redirect("/settings/jobs");

export const retryJobAction = formAction(retryJob, showJobs);

export const discardJobAction = formAction(discardJob, showJobs);
