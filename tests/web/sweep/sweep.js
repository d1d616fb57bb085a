// Counts the writes that the page makes, lets the one asked for fail, and notes in their order which were done. `sweep.on` says whether
// anything of that happens: what a test itself writes is none of it.
if (window.__sweep) { return window.__sweep; }

const sweep = {
    on: false,
    // The faults of this run: kind, the number of the first write that fails, and of the first one after it that does not.
    kind: 'none', from: 0, until: 0,
    // Whether a pause in typing is over at once.
    hurried: false,
    database: 0, local: 0, open: 0, turn: 0, in_turn: false,
    journal: [],
};
window.__sweep = sweep;

const real = {
    transaction: IDBDatabase.prototype.transaction,
    commit: IDBTransaction.prototype.commit,
    put: IDBObjectStore.prototype.put,
    remove: IDBObjectStore.prototype.delete,
    clear: IDBObjectStore.prototype.clear,
    setItem: Storage.prototype.setItem,
    removeItem: Storage.prototype.removeItem,
    setTimeout: window.setTimeout,
};
const full = () => new DOMException('full', 'QuotaExceededError');
const is_due = (number) => number >= sweep.from && number < sweep.until;

IDBDatabase.prototype.transaction = function (stores, mode) {
    const counted = sweep.on && mode === 'readwrite';
    const number = counted ? (sweep.database += 1) : 0;
    const fault = counted && ['abort', 'full', 'closed'].includes(sweep.kind) && is_due(number) ? sweep.kind : null;
    if (fault === 'closed') {
        // As browsers do under pressure: whoever has the connection hears of it at the next transaction.
        this.close();
    }
    // No browser is ended here, so that nothing has to be on the disk itself.
    const transaction = real.transaction.call(this, stores, mode, { durability: 'relaxed' });
    sweep.open += 1;
    const ended = () => { sweep.open -= 1; };
    transaction.addEventListener('complete', ended);
    transaction.addEventListener('abort', ended);
    if (counted) {
        const note = { number, fault, ops: [] };
        transaction.sweep = note;
        transaction.addEventListener('complete', () => sweep.journal.push({ wrote: note.ops }));
    }
    return transaction;
};

const doom = (note) => sweep.journal.push({ failed: [note.number, note.ops] });

IDBTransaction.prototype.commit = function () {
    if (this.sweep && this.sweep.fault) {
        doom(this.sweep);
        this.abort();
        return;
    }
    real.commit.call(this);
};

const note = (store, op) => {
    const transaction = store.transaction.sweep;
    if (!transaction) { return; }
    transaction.ops.push(op);
    if (transaction.fault === 'full') {
        doom(transaction);
        throw full();
    }
};
IDBObjectStore.prototype.put = function (value, key) {
    note(this, { put: [this.name, key, value] });
    return real.put.apply(this, arguments);
};
IDBObjectStore.prototype.delete = function (what) {
    if (what instanceof IDBKeyRange) {
        note(this, { delete: [this.name, what.lower, what.upper] });
    } else {
        note(this, { delete: [this.name, what, what] });
    }
    return real.remove.apply(this, arguments);
};
IDBObjectStore.prototype.clear = function () {
    note(this, { delete: [this.name, '', '\uffff'] });
    return real.clear.apply(this, arguments);
};

// What one task of the page gives to local storage is of one turn.
const took = (key, value) => {
    if (!sweep.in_turn) {
        sweep.in_turn = true;
        sweep.turn += 1;
        queueMicrotask(() => { sweep.in_turn = false; });
    }
    sweep.journal.push({ local: [sweep.turn, key, value] });
};
const is_ours = (storage, key) => sweep.on && storage === window.localStorage && key.startsWith('binome');
Storage.prototype.setItem = function (key, value) {
    if (is_ours(this, key)) {
        sweep.local += 1;
        if (sweep.kind === 'local' && is_due(sweep.local)) {
            sweep.journal.push({ refused: [key, value] });
            throw full();
        }
        took(key, value);
    }
    real.setItem.apply(this, arguments);
};
Storage.prototype.removeItem = function (key) {
    if (is_ours(this, key)) { took(key, null); }
    real.removeItem.apply(this, arguments);
};

// Pauses of typing are waited for by the hundred here.
window.setTimeout = function (run, wait, ...rest) {
    return real.setTimeout.call(window, run, sweep.hurried && wait > 50 && wait <= 400 ? 1 : wait, ...rest);
};
// The next task of the page: sooner than a timer.
const channel = new MessageChannel();
sweep.next = () => new Promise((go_on) => {
    channel.port1.onmessage = go_on;
    channel.port2.postMessage(null);
});
return sweep;
