import { bilingual } from '../bilingual'

/** Single keys in the queue and on the desk. */
export const shortcuts = bilingual(
  {
    title: '快捷键',
    show: '显示',
    hide: '收起',
    turnOff: '停用单键',
    turnOn: '启用单键',
    queue: {
      down: '下一份',
      up: '上一份',
      open: '打开',
      select: '选中',
      clean: '选中全部无疑问的',
      together: '预览一并办理',
    },
    desk: {
      down: '下一项',
      up: '上一项',
      pin: '勾选退回',
      comment: '提问',
      changed: '只看有改动的',
      accept: '去受理或通过',
      giveBack: '去退回',
      queue: '回到审核事项',
    },
  },
  {
    title: 'Keys',
    show: 'show',
    hide: 'hide',
    turnOff: 'Turn single keys off',
    turnOn: 'Turn single keys on',
    queue: {
      down: 'next report',
      up: 'previous',
      open: 'open',
      select: 'select',
      clean: 'select all clean ones',
      together: 'preview for all selected',
    },
    desk: {
      down: 'next figure',
      up: 'previous',
      pin: 'tick for return',
      comment: 'ask',
      changed: 'only what changed',
      accept: 'to accepting or passing',
      giveBack: 'to returning',
      queue: 'back to the queue',
    },
  },
)
