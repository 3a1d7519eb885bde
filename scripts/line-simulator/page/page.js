import { showCallers, showPresets, startCaller } from './caller.js';
import { refreshCall, selectCall, showCalls, showDetail, showsCall } from './calls.js';
import { showFaults } from './faults.js';
import { followLanguage, word } from './language.js';
import { addToLog, translateLog } from './log.js';
import { showPhones } from './phones.js';
import { showTheme } from './theme.js';

let state = null;
let isConnected = false;

function show() {
  const pill = document.querySelector('#connection');
  pill.textContent = word(isConnected ? 'connected' : 'disconnected');
  pill.className = `pill ${isConnected ? 'good' : 'warn'}`;
  if (!state) return;
  document.querySelector('#console-link').href = state.consoleUrl;
  showCallers(state);
  showCalls(state);
  showPhones(state);
  showFaults(state);
}

const events = new EventSource('/control/events');
events.addEventListener('state', ({ data }) => {
  state = JSON.parse(data);
  isConnected = true;
  show();
});
events.addEventListener('log', ({ data }) => {
  const entry = JSON.parse(data);
  addToLog(entry);
  if (entry.callSid && showsCall(entry.callSid)) void refreshCall();
});
events.addEventListener('error', () => {
  isConnected = false;
  show();
});

startCaller((call) => selectCall(call.sid));
followLanguage(() => {
  showTheme();
  showPresets();
  show();
  showDetail();
  translateLog();
});
setInterval(() => {
  if (!state) return;
  state.now += 1000;
  showPhones(state);
}, 1000);
