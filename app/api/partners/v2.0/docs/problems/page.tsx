import type { Metadata } from "next";
import Link from "next/link";
import { basePath } from "@/partner-api/base";
import {
  describeProblem,
  httpProblems,
  problemCodes,
  problemsPath,
} from "@/partner-api/http/problem-catalogue";

export const metadata: Metadata = { title: "Problems · Partner API" };

/** Every code that a refusal of the API can have. Written for developers, in English alone. */
export default function ProblemCatalogue() {
  const ofRequests = problemCodes.filter((code) => code in httpProblems);
  const ofRecords = problemCodes.filter((code) => !(code in httpProblems));
  return (
    <main lang="en" className="mx-auto max-w-4xl space-y-8 px-4 py-8">
      <div className="space-y-2">
        <Link href={`${basePath}/docs`} className="text-[13px] text-accent hover:underline">
          Partner API
        </Link>
        <h1 className="text-2xl font-semibold tracking-tight text-ink">Problems</h1>
        <p className="max-w-prose text-ink-soft">
          A refusal is a problem detail (RFC 9457). Its <code>code</code> stays the same for good;
          its words may change. <code>type</code> is the address of the code's page.
        </p>
      </div>
      <CodeList title="Of every operation" codes={ofRequests} />
      <CodeList title="Of fields and of the state of records" codes={ofRecords} />
    </main>
  );
}

function CodeList({ title, codes }: { title: string; codes: string[] }) {
  return (
    <section className="space-y-2">
      <h2 className="text-base font-semibold tracking-tight text-ink">{title}</h2>
      <dl className="divide-y divide-line rounded-xl border border-line">
        {codes.map((code) => (
          <div key={code} className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[16rem_1fr]">
            <dt className="min-w-0 break-words font-mono text-xs leading-5">
              <Link href={`${problemsPath}/${code}`} className="text-accent hover:underline">
                {code}
              </Link>
            </dt>
            <dd className="text-[13px] text-ink-soft">{describeProblem(code)?.title}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
