import { readFileSync, writeFileSync } from 'node:fs'

/**
 * What a task takes beyond what this process and its children (readers, the database's own) held before, in bytes at its highest;
 * null where the system does not say.
 */
export async function memoryOf(task: () => Promise<unknown>): Promise<number | null> {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
    const processes = ['self', ...children].map((id) => `/proc/${id}`)
    const field = (folder: string, name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`${folder}/status`, 'utf8'))?.[1]) * 1024
    for (const folder of processes) writeFileSync(`${folder}/clear_refs`, '5')
    const before = processes.map((folder) => field(folder, 'VmRSS'))
    await task()
    const taken = processes.map((folder, i) => Math.max(0, field(folder, 'VmHWM') - (before[i] ?? 0)))
    return taken.reduce((sum, each) => sum + each, 0)
  } catch {
    return null
  }
}
