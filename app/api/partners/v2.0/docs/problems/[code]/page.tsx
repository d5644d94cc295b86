import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { describeProblem, problemsPath } from "@/partner-api/http/problem-catalogue";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).code} · Partner API` };
}

/** What one code means and what its client can do: where `type` of a problem points to. */
export default async function ProblemPage({ params }: Props) {
  const problem = describeProblem((await params).code);
  if (!problem) notFound();
  return (
    <main lang="en" className="mx-auto max-w-2xl space-y-6 px-4 py-8">
      <div className="space-y-2">
        <Link href={problemsPath} className="text-[13px] text-accent hover:underline">
          Problems
        </Link>
        <h1 className="break-words font-mono text-xl font-semibold text-ink">{problem.code}</h1>
        <p className="text-ink">{problem.title}</p>
      </div>
      <dl className="space-y-4 text-ink-soft">
        <div>
          <dt className="font-semibold text-ink">Where it occurs</dt>
          <dd>{placeOf(problem.status)}</dd>
        </div>
        {problem.remedy && (
          <div>
            <dt className="font-semibold text-ink">What to do</dt>
            <dd>{problem.remedy}</dd>
          </div>
        )}
      </dl>
    </main>
  );
}

function placeOf(status: number | undefined) {
  if (status !== undefined) {
    return (
      <>
        As <code>code</code> of an answer with status {status}.
      </>
    );
  }
  return (
    <>
      As <code>code</code> of an entry of <code>errors</code>, whose <code>pointer</code> names the
      field (status 422); or as <code>code</code> of the answer where the state of a record forbids
      what was asked (status 409).
    </>
  );
}
