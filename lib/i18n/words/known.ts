import { bilingual } from '../bilingual'

/** Looking back: a page or a file as it was known at a past moment. */
export const known = bilingual(
  {
    title: '回看：按当时所知',
    banner: (when: string) => `以下为 ${when} 时平台所知的内容，之后的变化不在其中。只能查看和导出。`,
    toNow: '回到现在',
    lead: '选一个时点，本页和导出的文件即为当时所知的样子。',
    moment: (when: string, what: string, version: string) => `${when}，${what}，${version}`,
    current: '正在看',
    none: '还没有可回看的时点。',
    dayLead: '选一个日期，本页和导出的文件即为当日 24 时所知的样子。',
    day: '或选日期（当日 24 时）',
    onlyDay: '日期（当日 24 时）',
    look: '回看',
    nothingToDo: '回看中，不能签审、上报或撤回。',
    nothing: '当时还没有上报',
    notThere: '当时还没有这项内容',
    sealed: (when: string) =>
      `评价不按时点回看：签封的版本就是签封时所知，之后不变。${when} 时还没有签封，因此没有当时的文书；下面是现在的内容。`,
    sealedThen: (when: string, version: string) =>
      `评价不按时点回看：签封的版本就是签封时所知，之后不变。${when} 时已签封的是${version}。`,
    nothingNext: '请选较晚的时点，或回到现在。',
    file: (name: string, when: string) => `${name}_截至${when}所知`,
  },
  {
    title: 'Look back: as known then',
    banner: (when) =>
      `This is what the portal knew at ${when}; what came later is not in it. It can be read and exported only.`,
    toNow: 'Back to now',
    lead: 'Choose a moment: this page and the files exported from it are as they were known then.',
    moment: (when, what, version) => `${when}: ${what}, ${version}`,
    current: 'shown',
    none: 'There is no moment to look back to yet.',
    dayLead: 'Choose a day: this page and the files exported from it are as they were known at its end.',
    day: 'Or a day (its end)',
    onlyDay: 'Day (its end)',
    look: 'Look back',
    nothingToDo: 'Looking back: nothing can be certified, submitted or recalled.',
    nothing: 'Nothing had been submitted then',
    notThere: 'This was not there yet then',
    sealed: (when) =>
      `An evaluation is not looked back at by the moment: what is sealed is what was known at its seal, and stays. Nothing was sealed by ${when}, so there is no document of then; below is what there is now.`,
    sealedThen: (when, version) =>
      `An evaluation is not looked back at by the moment: what is sealed is what was known at its seal, and stays. Sealed by ${when}: ${version}.`,
    nothingNext: 'Choose a later moment, or go back to now.',
    file: (name, when) => `${name}_as-known-${when}`,
  },
)
