// The form of bench/Serving/FormDialog.cs: the same questions, the same accepted answers above the next question.
export const questions = [
  { key: "first", label: "First name", prompt: "What is your first name?" },
  { key: "last", label: "Last name", prompt: "What is your last name?" },
  { key: "city", label: "City", prompt: "Which city are you from?" },
  { key: "confirm", label: "Right", prompt: "Is all of this right? Write yes." },
];

const escaped = (typed) => typed.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const accepted = (at, typed) => (at < 0 ? "" : `✅ ${questions[at].label}: ${escaped(typed)}\n\n`);

// What is said after answer number `at` (-1 for /start) with all the answers so far.
export const said = (at, answers) =>
  at + 1 < questions.length
    ? `${accepted(at, answers[questions[at]?.key])}<b>${questions[at + 1].prompt}</b>`
    : `${accepted(at, answers.confirm)}Saved: ${escaped(answers.first)} ${escaped(answers.last)} ${escaped(answers.city)}`;

// The messenger opens the keyboard for an answer, as it does for Lavka's.
export const markup = (at) => ({ parse_mode: "HTML", ...(at + 1 < questions.length ? { reply_markup: { force_reply: true } } : {}) });
