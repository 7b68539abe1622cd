import { t } from './strings.js';

// What each kind of fault needs to know besides how often: seconds, or how long a 429 keeps away.
const withSeconds = ['slow', 'timeout', 'disorder'];

/** The tabs of the drawer: what strikes, of which kinds, and what it can be narrowed to. */
export const targets = {
  calls: {
    side: 'telegram',
    kinds: ['429', '403', '500', '504', 'slow', 'timeout', 'lose'],
    methods: ['sendMessage', 'editMessageText', 'editMessageReplyMarkup', 'answerCallbackQuery', 'deleteMessage', 'sendPhoto', 'sendDocument', 'sendMediaGroup',
      'sendChatAction', 'getUpdates', 'setWebhook'],
  },
  updates: { side: 'telegram', kinds: ['duplicate', 'disorder'], methods: ['message', 'callback_query', 'edited_message', 'my_chat_member'] },
  carrier: { side: 'carrier', kinds: ['500', '429', 'slow', 'lose', 'funds', 'address'], paths: ['/rates', '/labels', '/carriers'] },
  oxapay: { side: 'oxapay', kinds: ['500', 'slow', 'lose'] },
};

export const needsSeconds = kind => withSeconds.includes(kind);

export const kindName = kind => t(`fault_${kind}`);

/** One line about an active fault. */
export function describe(fault) {
  const what = fault.method ?? (fault.path && fault.path !== '/' ? fault.path : null);
  return [
    { carrier: t('carrier'), oxapay: 'OxaPay' }[fault.side],
    what,
    needsSeconds(fault.kind) ? t('forSeconds', { seconds: fault.seconds ?? 5 }) : fault.kind === '429' ? t('keepAway', { seconds: fault.retryAfter ?? 1 }) : null,
    fault.times === 0 ? t('untilOff') : t('timesLeft', { count: (fault.times ?? 1) - (fault.struck ?? 0) }),
    fault.probability < 1 ? `${Math.round(fault.probability * 100)} %` : null,
    fault.struck ? t('struck', { count: fault.struck }) : null,
  ].filter(Boolean).join(' · ');
}
