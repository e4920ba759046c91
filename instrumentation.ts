/** Runs once when the server starts: background work begins, and pages are served whether it can or not. */
export async function register(): Promise<void> {
  // Next compiles this file for its other runtime too, which has no database; it understands nothing but this very line.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs } = await import('@/lib/jobs/start-jobs')
  await startJobs().catch((error: unknown) => {
    console.error('background work did not start:', error instanceof Error ? error.message : error)
  })
}
