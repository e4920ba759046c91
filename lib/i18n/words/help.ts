import { bilingual } from '../bilingual'

/** Help: who does what and when, what the words and signs mean, the keyboard. */
export const help = bilingual(
  {
    title: '帮助',
    lead: '谁在什么时候办什么，各种状态和评判是什么意思，数字从哪里来。可以整页打印。',
    contents: '本页内容',
    yours: '您的角色',
    steps: {
      title: '谁办什么',
      city_officer: {
        open: '填报期开放后，在“填报”中打开本季度报表，逐项填写。离开一格即自动保存，不会自动上报。',
        register: '按个数计的指标不填数字，在台账中逐行登记，系统去重后计数。',
        check: '填完后运行全审：错误须改正，提示须改正或说明。',
        wait: '请未参与填报的签审人签审；签审后由您或签审人上报，取得回执。',
        corrected: '报表被退回时，理由显示在被退回的各项旁边。更正后重新签审、上报。',
        base: '首次填报前，先报基年数；自定目标也在“填报”中设定，不得低于通知要求。',
      },
      city_certifier: {
        read: '填报完成后，在“填报”中打开全审页，核对数字、台账与提示。',
        sign: '确认无误后勾选声明并签审。您参与过填报的版本，您不能签审。',
        recall: '签审后、上报前发现问题，可以撤回签审并说明理由。',
        submit: '签审后可以上报。上报的版本不能修改，只能由审核员退回后另报新版。',
      },
      provincial_reviewer: {
        queue: '“审核”列出等您办理的报表，等得最久的在最前。只有本省城市。',
        read: '打开报表，逐项对照上季度、去年同期、序时要求和系统提示；更正后重报的，改动之处有标记。',
        forward: '无误的，审核通过并转国家审核员。',
        back: '有误的退回：可以整份退回，也可以只勾选个别指标。理由必填，城市即刻看到。',
      },
      cnipa_reviewer: {
        queue: '“审核”列出省级已通过、等国家受理的报表。',
        accept: '受理后，数字即刻计入评判和全国进展。',
        back: '有误的退回城市，理由必填。更正后的新版须再经省级审核。',
        decide: '基年、年度跨度、放宽目标等事项在“决定簿”中提出，由另一人签署后生效。',
      },
      mof_reviewer: {
        same: '与国家知识产权局审核员权限相同，任何一方受理或退回即为办结；两人同时办理的，后一人会收到提示，不会覆盖前一人的办理。',
      },
      assessor: {
        watch: '在“评阅”打开委派给您的城市，查看评分表、依据、台账和佐证材料。委派日期之外看不到。',
        save: '独立评阅八项定性指标并交卷；双方都交卷前看不到对方的评阅。组长裁定分歧、调整比例、抽查。',
      },
      finance_officer: {
        watch:
          '在“全国进展”查看各城市的评判和两期资金。第二期资金的分档没有公开文件，标为“分档标准未公布”，只能模拟。',
        propose: '资金分档等事项在“决定簿”中提出，须有文件号。',
      },
      finance_approver: { sign: '在“决定簿”中签署或不同意资金经办人提出的决定。提出人不能签署自己的决定。' },
      system_admin: {
        periods: '设置各填报期的开放、应报截止和锁定时间，登记城市。看不到绩效数据。',
      },
      security_admin: {
        accounts: '建立、停用账号，重置密码，退出登录。一次性密码只显示一次。看不到绩效数据。',
      },
      audit_admin: { trail: '查看全部办理和被拒绝的尝试。只能查看，不能修改。看不到绩效数据。' },
    },
    states: {
      title: '报表的状态',
      state: '状态',
      withWhom: '在谁手里',
      meaning: '意思',
      who: {
        open: '城市',
        draft: '城市',
        certified: '城市',
        submitted: '省级审核员',
        forwarded: '国家审核员',
        returned: '城市',
        accepted: '已办结',
      },
      text: {
        open: '还没有人填过。',
        draft: '正在填写，只有本市能看到内容。',
        certified: '签审人已签，内容冻结，可以上报；上报前可以撤回签审。',
        submitted: '版本已固定，有回执。不能修改。',
        forwarded: '省级已审核通过，等国家受理。',
        returned: '审核员已退回并说明理由。整份退回的可改全部各项，退回个别指标的只能改这些项。',
        accepted: '数字计入评判。',
      },
    },
    dates: {
      title: '三个时间',
      opens: '开放',
      opensText: '从这时起可以填报。',
      due: '应报截止',
      dueText: '此后首次上报的记为逾期，仍可上报。因退回而重报的，不因此算逾期。',
      locked: '锁定',
      lockedText: '此后不能填报。已退回的报表不受锁定限制，可以更正。',
      zone: '全部时间均为北京时间，以服务器时钟为准。',
    },
    verdicts: {
      title: '评判用词',
      lead: '每种评判有固定的图形、文字和颜色；看不清颜色时，图形和文字足以分辨。',
    },
    figures: {
      title: '数字从哪里来',
      accepted: '评判只用已受理的数字。草稿、在审的数字不计入。',
      flow: '增长类指标填本季度发生数，不填累计数；累计、同比由系统计算。',
      counted: '按个数计的指标由台账计数：同一主体在本市只计一次，自起始年累计。',
      qualitative: '由人评判的指标只填文字说明，系统不自动评判。',
      path: '序时要求按基年各季度的比例分解；基年只有全年数的，按四等分。',
      exact: '计算全程使用精确分数，没有舍入误差；标“≈”的只是显示时取近似。',
      card: '每个评判都可以展开：条款原文、所用数字及其版本和受理时间、计算过程、采用的解读。',
      published: '“全国”一行是公开发布的全国数字，按同样规则评判，仅供对照。',
    },
    answers: {
      title: '零、空白、不适用、暂无数据',
      zero: '填 0：确实没有发生。',
      blank: '空白：还没有填。不能签审。',
      notApplicable: '不适用：本市没有这一项，须说明理由。',
      notYet: '暂无数据：以后才有，须说明理由和预计取得日期。',
    },
    keyboard: {
      title: '键盘',
      form: '填报表格',
      register: '台账',
      everywhere: '各页面',
      everywhereText:
        'Tab 到下一处，Shift+Tab 到上一处，Enter 打开或办理，空格勾选。每页第一个链接“跳到正文”。表格较宽时，Tab 移到表格上，用方向键滚动。',
    },
    receipts: {
      title: '回执与查验',
      given: '上报后立即出具回执：编号、时间、内容校验码、完整性和上报时的提示数，可以打印或下载 PDF。',
      check: '任何人凭回执编号或扫码即可查验，无需登录；查验页不显示上报的数字。',
      compare: '查验时填入手中文件的内容校验码，即可知道它与上报的内容是否相同。',
      number: '编号末段随机生成，无法由报表内容或其他编号推算。请像保管文件一样保管编号。',
    },
    burden: {
      title: '填报负担怎么算',
      time: '填报用时：从打开报表到上报，各人在表上操作的时间相加；停顿超过两分钟的，停顿不计。按分钟进一。',
      asked: '应填：本期报表应回答的指标数。',
      reused: '无需录入：由台账计数的指标，以及与以前上报一字不差的文字说明。',
      use: '随每次上报存档，城市在“填报”和回执上看到本市的，审核员看到各季度合计，只用来减轻填报，不作评判。',
    },
    browsers: {
      title: '可用的浏览器',
      which: 'Chrome、Edge 109 及以上版本（Windows 7 能用的最后版本），Firefox 115、Safari 16.4 及以上版本。',
      engines: '360、QQ、搜狗等双核浏览器请用“极速模式”；内核版本低于 103 的，页面上方会提示。',
    },
    account: {
      title: '账号与安全',
      first: '首次登录用一次性密码，须先改成自己的密码。',
      lock: (attempts: string, minutes: string) =>
        `同一账号连续输错 ${attempts} 次密码，锁定 ${minutes} 分钟。`,
      idle: (minutes: string, hours: string) =>
        `闲置 ${minutes} 分钟或登录满 ${hours} 小时自动退出。填报中登录过期的，已填内容保存在本机，重新登录后继续。`,
      devices: '在“我的账号”可以查看和退出其他设备上的登录、修改密码、选择界面语言。',
      ask: '忘记密码、账号被锁、人员变动，请联系安全管理员。填报期、城市名称有误，请联系系统管理员。',
    },
  },
  {
    title: 'Help',
    lead: 'Who does what and when, what the states and verdicts mean, where the figures come from. The page can be printed whole.',
    contents: 'On this page',
    yours: 'your role',
    steps: {
      title: 'Who does what',
      city_officer: {
        open: 'Once a period is open, open its report under “Report” and answer item by item. A box is saved when you leave it; nothing is ever submitted by itself.',
        register:
          'Results that are counted take no typed number: enter the rows of their register, and the portal counts each entity once.',
        check: 'When all is answered run the checks: errors must be corrected, notes corrected or explained.',
        wait: 'A certifier who did not help to prepare it signs; then you or the certifier submit it and get a receipt.',
        corrected:
          'If it is returned, the reason stands beside each returned item. Correct it, have it certified again, submit again.',
        base: 'Before the first quarter report the base year; own targets, too, are set under “Report”, never below the notice.',
      },
      city_certifier: {
        read: 'When the report is complete, open its check page under “Report” and go through figures, registers and notes.',
        sign: 'If all is right, tick the declaration and certify. You cannot certify a version that you helped to prepare.',
        recall: 'Between certifying and submitting you can take the certification back, with a reason.',
        submit:
          'A certified report can be submitted. A submitted version is never changed; after a return a new one is submitted.',
      },
      provincial_reviewer: {
        queue:
          '“Review” lists the reports that wait for you, the longest waiting first; cities of your province only.',
        read: 'Open a report and compare each result with last quarter, last year, the path and what the checks noticed; in a corrected version every change is marked.',
        forward: 'If it is right, pass it on to the national reviewers.',
        back: 'If not, return it: as a whole, or only the results you tick. A reason is required; the city sees it at once.',
      },
      cnipa_reviewer: {
        queue: '“Review” lists the reports that their province has passed on.',
        accept: 'Once accepted, the figures count at once, in every verdict and in the national progress.',
        back: 'If something is wrong return it with a reason. The new version goes through the province again.',
        decide:
          'Base year, span, relaxed targets and the like are proposed in the decision book and hold once another person has signed.',
      },
      mof_reviewer: {
        same: 'The same as the CNIPA reviewer: either of the two settles a report. Of two who act at the same time the second is told, and nothing is overwritten.',
      },
      assessor: {
        watch:
          'Under “Assess” open the cities assigned to you: score sheet, grounds, registers and evidence. Outside of the days assigned nothing is seen.',
        save: 'Read the eight results that people judge and hand in; until both readers have, neither sees the other’s. The lead settles differences, changes shares and draws the sample.',
      },
      finance_officer: {
        watch:
          'Under “Progress” see the verdicts and both instalments. While no public document gives the bands of the second, they are marked unspecified and can only be simulated.',
        propose: 'Bands and the like are proposed in the decision book, with the number of their document.',
      },
      finance_approver: {
        sign: 'Sign or reject in the decision book what the finance officer proposes. Nobody signs what he or she proposed.',
      },
      system_admin: {
        periods:
          'Set when each period opens, is due and is locked; register cities. Sees no performance figures.',
      },
      security_admin: {
        accounts:
          'Make and disable accounts, reset passwords, end sessions. A one-time password is shown once. Sees no performance figures.',
      },
      audit_admin: {
        trail: 'Read every deed and every refused attempt: read only. Sees no performance figures.',
      },
    },
    states: {
      title: 'States of a report',
      state: 'State',
      withWhom: 'With whom',
      meaning: 'What it means',
      who: {
        open: 'the city',
        draft: 'the city',
        certified: 'the city',
        submitted: 'the provincial reviewer',
        forwarded: 'the national reviewers',
        returned: 'the city',
        accepted: 'settled',
      },
      text: {
        open: 'Nobody has begun.',
        draft: 'Being filled in; only the city itself sees what it says.',
        certified: 'Signed by the certifier and frozen; can be submitted, or the certification taken back.',
        submitted: 'The version is fixed and has a receipt. It cannot be changed.',
        forwarded: 'Checked by the province, waiting to be accepted.',
        returned:
          'Returned with a reason: as a whole, so that every item may be changed, or for chosen results, of which only these.',
        accepted: 'Its figures count.',
      },
    },
    dates: {
      title: 'Three dates',
      opens: 'Opens',
      opensText: 'From then on the report can be filled in.',
      due: 'Due',
      dueText:
        'What is first submitted later is late, yet still taken. A correction that was asked for does not make it late.',
      locked: 'Locked',
      lockedText: 'Nothing can be filled in later. A returned report can always be corrected.',
      zone: 'All times are Beijing time, by the clock of the server.',
    },
    verdicts: {
      title: 'Verdicts',
      lead: 'Each has one sign, one word and one colour; sign and word alone are enough to tell them apart.',
    },
    figures: {
      title: 'Where the figures come from',
      accepted: 'Verdicts rest on accepted figures alone; drafts and reports under review do not count.',
      flow: 'For growth results report what happened in the quarter, not the total so far; the portal adds up and compares.',
      counted: 'Counted results come from their registers: each entity once within a city, since the start.',
      qualitative: 'Results that people judge take a narrative; the portal never judges them.',
      path: 'What is required to date follows the base year’s own quarters; if only its total is known, equal quarters.',
      exact: 'All arithmetic is in exact fractions; ≈ marks what is rounded for showing only.',
      card: 'Every verdict opens: the clause, the figures with version and time of acceptance, the arithmetic, the readings used.',
      published:
        'The line “nation” holds the published national figures, judged by the same rules, to compare with.',
    },
    answers: {
      title: 'Zero, blank, not applicable, not yet available',
      zero: 'Type 0: it did not happen.',
      blank: 'Blank: not answered. The report cannot be certified.',
      notApplicable: 'Not applicable: the city has no such thing; say why.',
      notYet: 'Not yet available: it comes later; say why and when.',
    },
    keyboard: {
      title: 'Keyboard',
      form: 'The report',
      register: 'Registers',
      everywhere: 'Everywhere',
      everywhereText:
        'Tab moves on, Shift+Tab back, Enter opens or sends, Space ticks. The first link of each page skips to its content. To scroll a wide table move to it with Tab and use the arrows.',
    },
    receipts: {
      title: 'Receipts and checking them',
      given:
        'A submission is answered at once by a receipt: number, time, digest of the content, completeness and the notes outstanding. Print it or download it as PDF.',
      check:
        'Whoever holds the number, or scans the code, can check it without signing in; the page shows no submitted figure.',
      compare: 'Give the digest of the document in hand, and the page says whether it is what was submitted.',
      number:
        'The last part of a number is drawn at random and follows neither from the report nor from other numbers. Keep a number as you keep the document.',
    },
    burden: {
      title: 'How the burden of reporting is measured',
      time: 'Time on the form: the working time of everybody from opening the report to submitting it; a pause of more than two minutes is left out. Begun minutes count.',
      asked: 'Items asked: the results that the report asks for.',
      reused:
        'Without typing: results counted from a register, and narratives that are word for word as submitted before.',
      use: 'It is kept with each submission. Cities see their own on the desk and the receipt, reviewers the sum of each quarter; it serves to lighten reporting and judges nobody.',
    },
    browsers: {
      title: 'Which browsers',
      which: 'Chrome and Edge 109 and later (the last for Windows 7), Firefox 115, Safari 16.4 and later.',
      engines:
        'In browsers with two engines (360, QQ, Sogou) use the fast mode; one whose engine is older than 103 is told so at the top of the page.',
    },
    account: {
      title: 'Accounts and safety',
      first: 'The first sign-in is with a one-time password, to be replaced by your own.',
      lock: (attempts, minutes) =>
        `${attempts} wrong passwords in a row lock an account for ${minutes} minutes.`,
      idle: (minutes, hours) =>
        `A session ends after ${minutes} idle minutes, and after ${hours} hours in any case. If it ends while you fill in a report, what you typed is kept in your browser; sign in again and go on.`,
      devices:
        'Under “My account” see and end sessions on other devices, change your password, choose the language.',
      ask: 'Forgotten passwords, locked accounts, people who change duties: ask the security administrator. Wrong dates or city names: ask the system administrator.',
    },
  },
)
