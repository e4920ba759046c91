import { bilingual } from '../bilingual'

/** The exercise: a form of no city, to try out typing and pasting. */
export const practice = bilingual(
  {
    title: '填报练习',
    lead: '约两分钟。只用键盘也能做完。',
    mark: '练习',
    markText: '这里的数字是虚构的，什么都不会保存，也不会上报；与任何城市的报表无关。',
    open: '填报练习（两分钟）',
    tasks: '请依次完成',
    clock: '用时',
    time: (minutes: string, seconds: string) => `${minutes}:${seconds}`,
    step: {
      type: '在“知识产权转让、许可数量”填 5184，按 Enter。',
      paste:
        '复制下面的表格，在任一数字格粘贴（Ctrl+V），核对后按 Enter 填入。7.14025亿会换算为 71,402.5 万元，合计行不取。',
      undo: '按 Ctrl+Z，刚才粘贴的一次全部撤销。',
      notYet: '“专利技术合同成交额”改选“暂无数据”，写明理由和预计取得日期，再离开这一格。',
    },
    stepDone: '（已完成）',
    over: (time: string) => `完成，用时 ${time}。`,
    again: '再练一次',
    back: '返回',
    sheet: '供复制的表格',
    sheetLead: '可以像在 Excel、WPS 里一样选中复制，也可以用下面的按钮。',
    copy: '复制表格',
    copied: '已复制。请到任一数字格按 Ctrl+V。',
    notCopied: '浏览器不允许复制，请选中表格后按 Ctrl+C。',
  },
  {
    title: 'Practice',
    lead: 'About two minutes. The keyboard alone is enough.',
    mark: 'Practice',
    markText:
      'The figures here are made up. Nothing is saved or submitted, and no report of any city is touched.',
    open: 'Practise filling in (two minutes)',
    tasks: 'One after the other',
    clock: 'Time taken',
    time: (minutes, seconds) => `${minutes}:${seconds}`,
    step: {
      type: 'Type 5184 into “IP rights transferred and licensed” and press Enter.',
      paste:
        'Copy the sheet below, paste it into any number box (Ctrl+V), look at it, and press Enter to fill it in. The amount in hundreds of millions becomes 71,402.5 × 10,000 yuan; the row of totals is left out.',
      undo: 'Press Ctrl+Z: all that was pasted is taken back at once.',
      notYet:
        'For “Patent technology contract value” choose “Not yet available”, say why and when it is expected, and leave the box.',
    },
    stepDone: '(done)',
    over: (time) => `Done in ${time}.`,
    again: 'Once more',
    back: 'Back',
    sheet: 'A sheet to copy',
    sheetLead: 'Select and copy it as you would in Excel or WPS, or use the button.',
    copy: 'Copy the sheet',
    copied: 'Copied. Go to any number box and press Ctrl+V.',
    notCopied: 'The browser does not allow it. Select the sheet and press Ctrl+C.',
  },
)
