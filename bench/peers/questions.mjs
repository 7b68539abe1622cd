// The 18 questions of Lavka's order form: the same answers, the same rules.
const latin = (least, most, allowed) => (typed) => typed.length >= least && typed.length <= most && allowed.test(typed);
const name = latin(2, 50, /^[A-Za-z .'-]+$/);
const street = latin(3, 100, /^[A-Za-z0-9 .,#&/'-]+$/);
const flat = latin(1, 100, /^[A-Za-z0-9 .,#&/'-]+$/);
const states = new Set(
  ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY " +
    "DC PR VI GU AS MP").split(" "));
const state = (typed) => states.has(typed.toUpperCase());
const zip = (typed) => /^[0-9]{5}(?:-[0-9]{4})?$/.test(typed);
const phone = (typed) => /^\+1[0-9]{10}$/.test(typed);
const number = (least, most) => (typed) => /^[0-9]{1,9}([.,][0-9]{1,6})?$/.test(typed) && Number(typed.replace(",", ".")) >= least && Number(typed.replace(",", ".")) <= most;

const address = (part, who, samples) =>
  [
    ["name", who, "Name", name, false],
    ["street", "Street address?", "Street", street, false],
    ["street2", "Apartment, suite?", "Apartment", flat, true],
    ["city", "City?", "City", name, false],
    ["state", "State, two letters?", "State", state, false],
    ["zip", "ZIP code?", "ZIP", zip, false],
    ["phone", "Phone?", "Phone", phone, true],
  ].map(([key, prompt, label, fits, optional], at) => ({ key: `${part}/${key}`, prompt, label, fits, optional, sample: samples[at], hint: "That does not fit." }));

const side = (key, label, sample) => ({ key: `parcel/${key}`, prompt: `${label}, in?`, label, fits: number(0.1, 108), optional: true, sample, hint: "From 0.1 to 108 inches." });

export const form = [
  ...address("from", "Sender's name?", ["John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102", "+11234567890"]),
  ...address("to", "Recipient's name?", ["Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118", "+12125550102"]),
  { key: "parcel/weight", prompt: "Weight, lb?", label: "Weight", fits: number(0.1, 150), optional: false, sample: "5.5", hint: "From 0.1 to 150 pounds." },
  side("length", "Length", "12"),
  side("width", "Width", "8.25"),
  side("height", "Height", "4"),
];
