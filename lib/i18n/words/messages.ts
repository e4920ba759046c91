import { bilingual } from '../bilingual'

/** What the portal tells people, in the portal and by e-mail. */
export const messages = bilingual(
  {
    title: '消息',
    lead: '与您有关的期限、审核、延期、方案和资金。最近 200 条，不含任何数据。',
    empty: '还没有消息',
    emptyNext: '有临近的期限、审核结果或延期决定时，会显示在这里。',
    unread: '未读',
    markRead: '全部标为已读',
    open: '查看',
    kind: {
      dueSoon: (city: string, period: string, until: string, days: string) =>
        `${city}${period}报表将于 ${until} 后算逾期，还有 ${days} 个工作日，尚未上报。`,
      late: (city: string, period: string, until: string, days: string) =>
        `${city}${period}报表尚未上报，${until} 起已逾期 ${days} 个工作日。`,
      submitted: (city: string, period: string) => `${city}已上报${period}报表，等待审核。`,
      withdrawn: (city: string, period: string) => `${city}撤回了已上报的${period}报表，更正后将重新上报。`,
      forwarded: (city: string, period: string) => `${city}${period}报表已通过省级审核，等待国家级审核。`,
      returned: (city: string, period: string) => `${city}${period}报表被退回，请查看理由并更正。`,
      accepted: (city: string, period: string) => `${city}${period}报表已受理。`,
      restated: (city: string, period: string) => `${city}${period}报表的更正已批准，更正后的数字即时生效。`,
      asked: (city: string, period: string) => `审核员就${city}${period}报表提问，请在相应数字旁答复。`,
      answered: (city: string, period: string) => `${city}答复了您就${period}报表的提问。`,
      extensionAsked: (city: string, period: string, until: string) =>
        `${city}申请将${period}报表延期至 ${until}，等待决定。`,
      extensionGranted: (city: string, period: string, until: string) =>
        `${city}${period}报表的延期已获批准，延至 ${until}。`,
      targetAsked: (city: string) => `${city}申请调整自定目标，等待决定。`,
      targetAnswered: (city: string) => `${city}调整自定目标的申请已有决定。`,
      planReady: (city: string) => `${city}的实施方案各项已齐全，等待签审。`,
      planSigned: (city: string) => `${city}的实施方案已签审，等待审批。`,
      planReturned: (city: string) => `${city}的实施方案被退回，请查看意见并修改。`,
      planApproved: (city: string) => `${city}的实施方案已获批准。`,
      instalmentProposed: (city: string) => `${city}第二期资金已拟定，请自行测算后复核。`,
      instalmentDecided: (city: string) => `${city}第二期资金已作出决定，可查看决定书。`,
      instalmentStopped: (city: string) => `${city}第二期资金的拟定没有成立（金额不一致或被驳回），请查看。`,
      reversalAsked: (city: string) => `${city}第二期资金决定已提请撤销，等待复核。`,
      reversalAnswered: (city: string) => `${city}第二期资金决定的撤销已有结果。`,
      paymentRecorded: (city: string) => `${city}有一笔拨款或收回已登记，等待复核。`,
      paymentRefused: (city: string) => `${city}有一笔拨款或收回被驳回，请查看原因并更正。`,
      brief: (week: string, changes: string, questions: string, overdue: string) =>
        `${week}的周报已备好：评判变化 ${changes} 项，待处理的问答 ${questions} 个，逾期未报的城市 ${overdue} 个。`,
      evaluationOpened: (city: string) => `${city}的绩效评价已开启，请撰写并签审自评。`,
      assessmentAssigned: (city: string) => `${city}已委派给您评阅，请在委派日期内完成。`,
      evaluationSealed: (city: string) => `${city}的绩效评价已由两人签封，可以查看。`,
      exportReady: (kind: string, period: string, until: string) =>
        `您申请的导出已做好：${kind}${period && ` ${period}`}，可下载至 ${until}。`,
      exportFailed: (kind: string, period: string) =>
        `您申请的导出没有做成：${kind}${period && ` ${period}`}，请查看原因，可以重试。`,
      extensionRefused: (city: string, period: string) => `${city}${period}报表的延期申请未获批准。`,
    },
    mail: {
      one: (sentence: string) => `城绩：${sentence}`,
      many: (count: string) => `城绩：${count} 条消息`,
      foot: '此邮件由城绩平台自动发出，请勿回复。平台不通过邮件索要密码。在“我的账号”可以更改邮件提醒。',
    },
    own: {
      title: '邮件提醒',
      email: '电子邮箱',
      emailHint:
        '只用于提醒。留空则只在平台内提醒。邮件里不含填报的数字，只有期限、办理状态，周报另有评判结论。',
      pace: '频率',
      paces: { each: '每条一封', daily: '每天 8 点汇总一封', never: '不发邮件' },
      brief: '每周周报也发邮件',
      saved: '邮件提醒已保存。',
    },
    unreachable: {
      title: '找不到人的城市',
      lead: '没有可用的填报员或签审人账号的城市无法上报；没有电子邮箱、或邮件送不到的，只能在平台内提醒。账号和邮箱由安全管理员维护；改好后由系统管理员在“后台任务与发件箱”重发。',
      noOfficer: '没有填报员',
      noCertifier: '没有签审人',
      noAddress: '无人登记邮箱',
      city: '城市',
      missing: '缺少',
      undelivered: '邮件送不到的人',
      person: (role: string, name: string, address: string | null) =>
        `${role} ${name}（${address ?? '无邮箱'}）`,
      mails: (count: string) => `${count} 封未送达`,
    },
    jobs: {
      title: '后台任务与发件箱',
      lead: '平台自动办理的工作：汇集消息、发送邮件。失败的会自动重试；多次失败的列在最前。',
      server: '已配置邮件服务器，邮件自动发出。',
      noServer: '没有配置邮件服务器（CHENGJI_SMTP_URL）：邮件不会发出，内容都在下面的发件箱里。',
      list: '后台任务',
      none: '还没有后台任务。',
      names: {
        'collect-messages': '汇集消息',
        'send-mail': '发送邮件',
        'make-export': '制作导出',
        'sweep-exports': '整理导出',
      },
      states: {
        created: '等待',
        retry: '将重试',
        active: '进行中',
        completed: '完成',
        cancelled: '已取消',
        failed: '失败',
      },
      column: { name: '任务', state: '状态', created: '建立', done: '完成', tries: '重试', error: '原因' },
      retry: '重试',
      outbox: '发件箱',
      outboxEmpty: '还没有消息。',
      outboxColumn: { to: '收件人', text: '内容', mail: '邮件', when: '时间' },
      mail: {
        waiting: '等待发送',
        sent: '已发送',
        noAddress: '没有邮箱',
        notWanted: '本人不要邮件',
        failed: '无法送达',
      },
      tries: (count: string) => `已试 ${count} 次`,
      again: '重新发送',
      againOf: (name: string) => `重新发送给${name}`,
    },
  },
  {
    title: 'Messages',
    lead: 'Deadlines, reviews and extensions that concern you. The latest 200; no figures.',
    empty: 'No messages yet',
    emptyNext: 'Deadlines that come near, outcomes of reviews and decisions on more time appear here.',
    unread: 'unread',
    markRead: 'Mark all as read',
    open: 'Open',
    kind: {
      dueSoon: (city, period, until, days) =>
        `${city}: the ${period} report is late after ${until}, in ${days} working day(s), and has not been submitted.`,
      late: (city, period, until, days) =>
        `${city}: the ${period} report has not been submitted and has been late since ${until}, for ${days} working day(s).`,
      submitted: (city, period) => `${city} has submitted its ${period} report; it waits for review.`,
      withdrawn: (city, period) => `${city} has withdrawn its ${period} report and will submit it anew.`,
      forwarded: (city, period) =>
        `${city}: the ${period} report has passed the province and waits for the national review.`,
      returned: (city, period) => `${city}: the ${period} report was returned. See why, and correct it.`,
      accepted: (city, period) => `${city}: the ${period} report was accepted.`,
      restated: (city, period) =>
        `${city}: a restatement of the ${period} report was approved and holds now.`,
      asked: (city, period) =>
        `A reviewer asks about the report of ${city} for ${period}; answer beside the figure.`,
      answered: (city, period) => `${city} has answered your question about its report for ${period}.`,
      extensionAsked: (city, period, until) =>
        `${city} asks for more time for its ${period} report, until ${until}. It waits for a decision.`,
      extensionGranted: (city, period, until) =>
        `${city}: more time for the ${period} report was granted, until ${until}.`,
      targetAsked: (city) => `${city} asks to change one of its own targets. It waits for a decision.`,
      targetAnswered: (city) => `${city}: the request to change an own target was decided.`,
      planReady: (city) => `The plan of ${city} is complete and waits for your signature.`,
      planSigned: (city) => `The plan of ${city} was signed and waits for a decision.`,
      planReturned: (city) => `The plan of ${city} was returned. See why, and correct it.`,
      planApproved: (city) => `The plan of ${city} was approved.`,
      instalmentProposed: (city) =>
        `A second instalment of ${city} was proposed: work the amount out yourself and enter it.`,
      instalmentDecided: (city) => `The second instalment of ${city} is decided; the letter can be read.`,
      instalmentStopped: (city) =>
        `A proposal of the second instalment of ${city} did not stand (amounts differ, or it was refused). See why.`,
      reversalAsked: (city) =>
        `The reversal of the second instalment of ${city} was asked for and waits for a second signature.`,
      reversalAnswered: (city) => `The reversal of the second instalment of ${city} was answered.`,
      paymentRecorded: (city) =>
        `A payment to ${city}, or its recovery, is recorded and waits for confirmation.`,
      paymentRefused: (city) =>
        `A payment to ${city}, or its recovery, was refused. See why, and correct it.`,
      brief: (week, changes, questions, overdue) =>
        `The brief of ${week} is ready: ${changes} verdict(s) changed, ${questions} question(s) or answer(s) wait, ${overdue} city report(s) overdue.`,
      evaluationOpened: (city) =>
        `The evaluation of ${city} is open: write its own statement and have it signed.`,
      assessmentAssigned: (city) => `${city} is assigned to you to assess, in the days named there.`,
      evaluationSealed: (city) => `The evaluation of ${city} was sealed by two people and can be seen.`,
      exportReady: (kind, period, until) =>
        `Your export is ready: ${kind}${period && ` ${period}`}. It can be fetched until ${until}.`,
      exportFailed: (kind, period) =>
        `Your export could not be made: ${kind}${period && ` ${period}`}. See why; it can be tried again.`,
      extensionRefused: (city, period) => `${city}: more time for the ${period} report was refused.`,
    },
    mail: {
      one: (sentence) => `Chengji: ${sentence}`,
      many: (count) => `Chengji: ${count} messages`,
      foot: 'Sent by the Chengji portal; please do not answer. The portal never asks for passwords by e-mail. Under “My account” you can change these e-mails.',
    },
    own: {
      title: 'E-mail',
      email: 'E-mail address',
      emailHint:
        'For reminders alone. Without one you are told within the portal. E-mails carry no reported figures: only dates and steps, and in the weekly brief verdicts in words.',
      pace: 'How often',
      paces: { each: 'one for each message', daily: 'one a day, at 8 o’clock', never: 'no e-mail' },
      brief: 'Tell me of the weekly brief by e-mail',
      saved: 'Saved how you are told by e-mail.',
    },
    unreachable: {
      title: 'Cities nobody can be reached in',
      lead: 'A city without an officer or certifier cannot report; one without an e-mail address, or to which mail is not delivered, is told within the portal only. The security administrator keeps accounts and addresses; once mended, the system administrator sends again under “Background work and outbox”.',
      noOfficer: 'no officer',
      noCertifier: 'no certifier',
      noAddress: 'no e-mail address',
      city: 'City',
      missing: 'Missing',
      undelivered: 'Mail not delivered to',
      person: (role, name, address) => `${role} ${name} (${address ?? 'no address'})`,
      mails: (count) => (count === '1' ? '1 mail' : `${count} mails`),
    },
    jobs: {
      title: 'Background work and outbox',
      lead: 'What the portal does by itself: it collects messages and sends e-mail. What fails is tried again; what kept failing comes first.',
      server: 'A mail server is configured; e-mail is sent by itself.',
      noServer:
        'No mail server is configured (CHENGJI_SMTP_URL): nothing is sent, and everything stands in the outbox below.',
      list: 'Background work',
      none: 'No background work yet.',
      names: {
        'collect-messages': 'collect messages',
        'send-mail': 'send e-mail',
        'make-export': 'make exports',
        'sweep-exports': 'tidy exports',
      },
      states: {
        created: 'waiting',
        retry: 'to be retried',
        active: 'running',
        completed: 'done',
        cancelled: 'cancelled',
        failed: 'failed',
      },
      column: {
        name: 'Work',
        state: 'State',
        created: 'Created',
        done: 'Done',
        tries: 'Retries',
        error: 'Why',
      },
      retry: 'Try again',
      outbox: 'Outbox',
      outboxEmpty: 'No messages yet.',
      outboxColumn: { to: 'To', text: 'Text', mail: 'E-mail', when: 'When' },
      mail: {
        waiting: 'waiting',
        sent: 'sent',
        noAddress: 'no address',
        notWanted: 'not wanted',
        failed: 'undeliverable',
      },
      tries: (count) => `tried ${count} time(s)`,
      again: 'Send again',
      againOf: (name) => `Send again to ${name}`,
    },
  },
)
