/**
 * Does one step and says so: its name if it takes a moment, and how long it took.
 * @template T
 * @param {readonly string[]} name in Chinese and English
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function step([zh, en], task) {
  const begun = performance.now()
  const announcement = setTimeout(() => {
    console.log(`… ${zh} ${en}`)
  }, 300)
  try {
    const result = await task()
    console.log(`✓ ${zh} ${en}  ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    return result
  } finally {
    clearTimeout(announcement)
  }
}
