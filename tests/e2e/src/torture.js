// What the torture asks of a page. `acknowledge` watches what the page calls saved; `edit` writes in this tab as fast as a person never
// could. arguments: the tool, then what it takes.
const SAVED = 0, FIELDS = 1;

const tools = {
  // From now on remembers, each time the page says that all is saved, what its fields held at that moment: [words of saved, ids of fields].
  acknowledge(asked) {
    const fields = asked[FIELDS].map((id) => document.getElementById(id));
    const status = document.querySelector(".save-status");
    const look = () => {
      const says = status.textContent.replace(/[\s\u00a0\u202f]+/g, " ").trim();
      if (says.startsWith(asked[SAVED])) window.tortureSaved = fields.map((field) => field.value);
    };
    window.tortureSaved = fields.map((field) => field.value);
    new MutationObserver(look).observe(status, { subtree: true, childList: true, characterData: true });
  },
  // What was called saved last.
  saved() {
    return window.tortureSaved;
  },
  // Puts the caret behind the last word of a field: [id].
  focus([id]) {
    const field = document.getElementById(id);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  },
  // Writes so many edits from that moment on, by turns in two fields: types over the words and leaves. [name, how many, ids, moment].
  edit([name, count, ids, moment]) {
    const turn = () => new Promise((go) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => go();
      port2.postMessage(0);
    });
    window.tortureDone = 0;
    setTimeout(async () => {
      for (let number = 1; number <= count; number += 1) {
        const field = document.getElementById(ids[number % ids.length]);
        field.focus();
        field.value = `${name} ${number}`;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await turn();
        field.dispatchEvent(new FocusEvent("blur"));
        window.tortureDone = number;
        // Lets the other tab's words and the database's answers in.
        for (let pause = 0; pause < 4; pause += 1) await turn();
      }
    }, moment - Date.now());
  },
  done() {
    return window.tortureDone;
  },
};

return tools[arguments[0]](arguments[1]);
