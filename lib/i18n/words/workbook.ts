import { bilingual } from '../bilingual'

/** The workbook of a period: its sheets, heads, lists and instructions. */
export const workbook = bilingual(
  {
    download: '下载本期工作簿',
    downloadThen: '下载当时的工作簿（只供查看）',
    asKnown: (when: string) => `回看：${when} 时平台所知的内容，只供查看，不能填写或上传。`,
    title: (city: string, period: string) => `${city} ${period}填报工作簿`,
    file: (city: string, period: string) => `城绩-${city}-${period}-填报`,
    fileChecked: (name: string) => `${name}-问题标注`,
    sheet: { figures: '指标', howTo: '填写说明' },
    rowId: '行标识',
    head: {
      code: '指标代码',
      clause: '通知条款',
      name: '指标',
      unit: '单位',
      lastQuarter: '上季度',
      sameQuarterLastYear: '上年同季度',
      yearToDate: '本年此前各季合计',
      value: '本期数',
      state: '填报方式',
      reason: '理由',
      expectedOn: '预计取得日期',
      narrative: '文字说明',
      office: '数据提供单位',
      document: '来文文号',
    },
    lead: '浅黄色单元格可以填写，其他单元格已锁定（无密码）。空白表示保持系统中现有内容不变；没有新增请填 0。',
    registerLead: '每行一个对象，可在末尾继续添加或整块粘贴。表中没有的行，系统中的仍保留。',
    prompt: {
      value: { title: '本期数', text: '按本行单位填写数字，可粘贴。空白保持系统现有内容；零就是零。' },
      count: { title: '计数指标', text: '数字由台账计数得出。本季度没有新增请填 0。' },
      state: { title: '填报方式', text: '有数字时可不选。没有数字时选“不适用”或“暂无数据”，并写明理由。' },
      expectedOn: { title: '预计取得日期', text: '如 2022-11-15。选“暂无数据”时必填。' },
      narrative: { title: '文字说明', text: '工作进展和成效，不超过 5000 字。' },
    },
    howTo: {
      head: '步骤',
      lines: {
        fillIn: {
          title: '一、填写',
          text: '在“指标”表浅黄色单元格内填写；各台账表中登记台账。请勿改动第一行标题和指标代码。',
        },
        blank: {
          title: '二、空白与零',
          text: '空白的单元格不改变系统中的现有内容，也不会清除已填的内容。零就是零。要清除，请在系统中操作。',
        },
        none: {
          title: '三、没有数字',
          text: '选择“不适用”或“暂无数据”，并填写理由；“暂无数据”还要填预计取得日期。',
        },
        formulas: { title: '四、公式', text: '可以用公式。上传时逐格列出公式结果，请确认后再提交。' },
        upload: {
          title: '五、上传',
          text: '在报表页点“上传工作簿”。系统先列出全部问题和逐格差异，确认后一次写入；有一处错误就一处也不写。',
        },
        checked: {
          title: '六、核对',
          text: '工作簿只能上传到它所属的城市和填报期。已签审、已上报、已受理的报表不会被改动。',
        },
      },
    },
  },
  {
    download: 'Download this period’s workbook',
    downloadThen: 'Download the workbook as known then (to read only)',
    asKnown: (when) =>
      `Looking back: what the portal knew at ${when}. To be read only; it cannot be filled in or uploaded.`,
    title: (city, period) => `${city}, workbook for ${period}`,
    file: (city, period) => `chengji-${city}-${period}-to-fill-in`,
    fileChecked: (name) => `${name}-problems`,
    sheet: { figures: 'Results', howTo: 'How to' },
    rowId: 'Row id',
    head: {
      code: 'Result code',
      clause: 'Clause of the notice',
      name: 'Result',
      unit: 'Unit',
      lastQuarter: 'Last quarter',
      sameQuarterLastYear: 'Same quarter last year',
      yearToDate: 'Earlier quarters of this year',
      value: 'This period',
      state: 'Kind of answer',
      reason: 'Reason',
      expectedOn: 'Expected on',
      narrative: 'Narrative',
      office: 'Supplying office',
      document: 'Its document',
    },
    lead: 'Pale yellow cells can be filled in; the others are locked (no password). Blank leaves what the portal has; for nothing new fill in 0.',
    registerLead:
      'One row for each; go on below, or paste a block. Rows that are not here stay in the portal.',
    prompt: {
      value: {
        title: 'This period',
        text: 'A number in the unit of this row; pasting works. Blank leaves what the portal has; zero is zero.',
      },
      count: {
        title: 'A count',
        text: 'The number is counted from the register. For nothing new this quarter fill in 0.',
      },
      state: {
        title: 'Kind of answer',
        text: 'Not needed beside a number. Without one choose “Not applicable” or “Not yet available” and say why.',
      },
      expectedOn: { title: 'Expected on', text: 'Such as 2022-11-15. Needed with “Not yet available”.' },
      narrative: { title: 'Narrative', text: 'Progress and results, at most 5,000 signs.' },
    },
    howTo: {
      head: 'Step',
      lines: {
        fillIn: {
          title: '1. Fill in',
          text: 'Fill in the pale yellow cells of “Results”, and the rows of each register. Leave the heads and the result codes as they are.',
        },
        blank: {
          title: '2. Blank and zero',
          text: 'A blank cell changes nothing in the portal and takes nothing away. Zero is zero. To clear something, use the portal.',
        },
        none: {
          title: '3. No figure',
          text: 'Choose “Not applicable” or “Not yet available” and say why; with the latter also when it is expected.',
        },
        formulas: {
          title: '4. Formulas',
          text: 'Formulas are allowed. Each result of a formula is listed when the file is uploaded, to be confirmed.',
        },
        upload: {
          title: '5. Upload',
          text: '“Upload a workbook” on the page of the report lists every problem and every difference; once confirmed all is written at once, or nothing.',
        },
        checked: {
          title: '6. Checked',
          text: 'A workbook goes only to its own city and period. What is certified, submitted or accepted is never changed by it.',
        },
      },
    },
  },
)
