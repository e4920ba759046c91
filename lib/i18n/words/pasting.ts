import { bilingual } from '../bilingual'

/** A block pasted into the form, shown before it is filled in. */
export const pasting = bilingual(
  {
    title: '粘贴内容待确认',
    keys: '还没有填入，也没有保存。按 Enter 填入，按 Esc 放弃；不要的行可以去掉勾选。',
    willFill: (count: string, all: string) => `将填入 ${count} 格，共读到 ${all} 格。`,
    matched: (ways: string) => `对应方式：${ways}。`,
    by: { code: '按编码', name: '按名称', part: '按部分名称', position: '按先后位置' },
    heads: (heads: string) => `有多列时取本期这一列：${heads}。`,
    totals: (count: string) => `合计、小计行 ${count} 行，未取。`,
    hiddenRows: (count: string) => `表格中隐藏的 ${count} 行，未取。`,
    hiddenColumns: (count: string) => `表格中隐藏的 ${count} 列，未取。`,
    merged: (count: string) => `合并单元格 ${count} 处，只取左上角一次。`,
    ignored: (rows: string) => `不对应任何指标、没有填入的行：${rows}。`,
    column: {
      take: '填入',
      result: '指标',
      original: '原文',
      read: '读作',
      unit: '单位',
      now: '现有',
      by: '对应',
      note: '说明',
    },
    takeOf: (name: string) => `填入：${name}`,
    nothingRead: '不填',
    none: '本季度无新增',
    empty: '未填',
    replaces: '将替换现有内容。',
    slip: (usual: string, times: string) =>
      `疑似单位填错：约为本市以往各季（一般 ${usual}）的${times}。请核对后再勾选。`,
    times: (factor: string) =>
      factor.startsWith('1/')
        ? factor.length > 7
          ? '亿分之一'
          : '万分之一'
        : factor.length > 5
          ? '一亿倍'
          : '一万倍',
    did: {
      cleaned: '已去掉全角、分隔符、空格等。',
      sameUnit: (unit: string) => `原文带单位“${unit}”，与本项一致。`,
      scaled: (unit: string, own: string) => `原文以“${unit}”计，已精确换算为${own}。`,
      exponent: '原文是科学计数法，表格没有显示的位数可能已丢失，请与原表核对。',
      stored: '表格只显示了一部分位数，已取单元格里的完整数字。',
    },
    outcome: {
      none: '原文表示没有数字：不填，也不当作零。需要时请选“不适用”或“暂无数据”并写明理由。',
      register: '这一项的数来自台账，不直接填数。',
      closed: '这一项现在不能修改。',
      twice: '前面已有一行对应这一项，这一行没有取。',
    },
    toRegister: '去登记台账',
    refused: {
      percent: '原文是百分比，本表各项都不以百分比填报，请填数量或金额。',
      negative: '原文是负数，本表各项都不能为负。',
      notANumber: '原文不是数字。',
      grouping: '千位分隔符的位置不对，可能是两个数，或者少了一位。',
      tooLarge: '数字过大，请检查单位。',
      tooPrecise: '换算后小数超过 6 位，请按统计口径取舍后填写。',
      notWhole: '这一项按个数计，不能有小数。',
      unitOther: '原文的单位与本项不同，不能换算。',
      currency: '原文是外币，请折算成人民币后填写。',
      yuanSign: '原文带 ¥ 号，看不出是元还是万元。请写明单位。',
      approximate: '原文是约数或范围，请填准确的数。',
      date: '原文是日期，不是数量。',
      sheetError: '表格里是公式错误，或者列太窄没有显示出数字。',
    },
    commit: (count: string) => `填入 ${count} 格`,
    discard: '放弃',
    done: (count: number) => `已填入 ${count} 格，可一次撤销。`,
    severalColumns:
      '粘贴的内容有多列数字，没有列标题写明本期，无法确定取哪一列，没有填入。请连同列标题一起复制，或只复制一列。',
    nothing: '粘贴的内容里没有与本表对应的内容，没有填入。',
  },
  {
    title: 'What was pasted, to be confirmed',
    keys: 'Nothing is filled in or saved yet. Enter fills in, Esc discards; untick the rows you do not want.',
    willFill: (count, all) => `${count} of ${all} cells will be filled in.`,
    matched: (ways) => `Matched ${ways}.`,
    by: { code: 'by code', name: 'by name', part: 'by part of the name', position: 'by position' },
    heads: (heads) => `Of several columns, that of this period: ${heads}.`,
    totals: (count) => `Rows of totals left out: ${count}.`,
    hiddenRows: (count) => `Rows hidden in the sheet left out: ${count}.`,
    hiddenColumns: (count) => `Columns hidden in the sheet left out: ${count}.`,
    merged: (count) => `Merged cells: ${count}; each counts once, where it begins.`,
    ignored: (rows) => `Rows that belong to no result and were left out: ${rows}.`,
    column: {
      take: 'Fill in',
      result: 'Result',
      original: 'As pasted',
      read: 'Read as',
      unit: 'Unit',
      now: 'Now',
      by: 'Matched',
      note: 'Remarks',
    },
    takeOf: (name) => `Fill in: ${name}`,
    nothingRead: 'nothing',
    none: 'None this quarter',
    empty: 'blank',
    replaces: 'Replaces what is there.',
    slip: (usual, times) =>
      `Perhaps the wrong unit: about ${times} what this city usually reports (${usual}). Check it, then tick it.`,
    times: (factor) =>
      factor.startsWith('1/')
        ? factor.length > 7
          ? 'one 100,000,000th of'
          : 'one 10,000th of'
        : factor.length > 5
          ? '100,000,000 times'
          : '10,000 times',
    did: {
      cleaned: 'Full-width signs, separators or spaces taken away.',
      sameUnit: (unit) => `Says “${unit}”, which is the unit here.`,
      scaled: (unit, own) => `Given in “${unit}”, brought exactly into ${own}.`,
      exponent: 'Scientific notation: digits the sheet did not show may be lost. Compare it with the sheet.',
      stored: 'The sheet showed fewer digits than it holds; the full number was taken.',
    },
    outcome: {
      none: 'It says that there is no figure: nothing is filled in, and not zero. Choose “Not applicable” or “Not yet available” and say why.',
      register: 'This number comes from its register and is not typed.',
      closed: 'This result cannot be changed now.',
      twice: 'An earlier row is for the same result; this one was not taken.',
    },
    toRegister: 'Open its register',
    refused: {
      percent: 'A percentage; nothing in this report is reported in per cent. Give the number or the amount.',
      negative: 'A negative number; nothing in this report can be negative.',
      notANumber: 'Not a number.',
      grouping:
        'The thousands separators stand in the wrong place: perhaps two numbers, or a digit is missing.',
      tooLarge: 'Too large: check the unit.',
      tooPrecise: 'More than 6 decimals in the unit of this result. Round as your statistics do.',
      notWhole: 'This result is counted and has no fractions.',
      unitOther: 'In another unit, which cannot be converted.',
      currency: 'A foreign currency; convert it into yuan first.',
      yuanSign: 'With ¥ alone it may be yuan or 10,000 yuan. Say the unit.',
      approximate: 'About, or a range; give the exact figure.',
      date: 'A date, not a number.',
      sheetError: 'An error of a formula, or a column too narrow to show the number.',
    },
    commit: (count) => `Fill in ${count}`,
    discard: 'Discard',
    done: (count) =>
      count === 1 ? '1 filled in; can be undone.' : `${count} filled in; can be undone as one.`,
    severalColumns:
      'Several columns of numbers and no head that says which is this period; nothing was filled in. Copy the heads as well, or one column only.',
    nothing: 'Nothing in the pasted block belongs to this form; nothing was filled in.',
  },
)
