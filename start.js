// Speaks when the app cannot: no WebAssembly, a file that did not arrive, a failure while starting. It is part of the page
// itself, so that it is there when nothing else is, and it is written for browsers much older than those the app needs.
(function () {
  'use strict';
  // Long enough for a slow line; the message goes away with #shell if the app starts after all.
  var PATIENCE = 20000;
  var shell = document.getElementById('shell');
  var message = document.getElementById('cannot-start');
  var told = false;

  function part(name) {
    return message.querySelector('[data-rescue="' + name + '"]');
  }

  // What was chosen here before, so that the first words already look and speak as chosen. A checksum stands before the JSON.
  // The app reads it again with care; here whatever does not read is as if nothing had been chosen.
  var chosen = {};
  var begun = false;
  try {
    var stored = localStorage.getItem('binome:~settings') || '';
    chosen = JSON.parse(stored.slice(stored.indexOf('{'))) || {};
  } catch (error) {
    chosen = {};
  }
  try {
    begun = localStorage.getItem('binome:~opened') !== null;
  } catch (error) {
    begun = false;
  }
  var root = document.documentElement;
  if (/^(light|dark)$/.test(chosen.theme)) root.setAttribute('data-theme', chosen.theme);
  if (/^larger?$/.test(chosen.text_size)) root.setAttribute('data-text', chosen.text_size);
  root.lang = /^en\b/i.test(chosen.locale || navigator.language || 'fr') ? 'en' : 'fr';
  // To those who come back the invitation to begin would be a lie.
  var lines = document.querySelectorAll('#shell-wait [lang]');
  for (var line = 0; line < lines.length; line += 1) lines[line].hidden = begun || lines[line].lang !== root.lang;

  function started() {
    return !document.documentElement.contains(shell);
  }

  function tell(reason) {
    if (started()) return;
    if (reason) part('reason').textContent = String(reason).slice(0, 300);
    if (told) return;
    told = true;
    document.getElementById('shell-wait').hidden = true;
    message.hidden = false;
  }

  // The app calls this when a fault of its own stops it after the start: the message comes back above what is still on screen.
  function stopped(event) {
    document.body.insertBefore(shell, document.body.firstChild);
    var titles = message.querySelectorAll('[data-when]');
    for (var i = 0; i < titles.length; i += 1) titles[i].hidden = titles[i].getAttribute('data-when') !== 'stop';
    tell(event.detail);
    window.scrollTo(0, 0);
  }

  // Every key of ours in local storage, as it is: what reads it back decides what it means. Other pages of the host have theirs.
  function kept() {
    var keys = {};
    try {
      for (var i = 0; i < localStorage.length; i += 1) {
        var key = localStorage.key(i);
        if (/^binome:/.test(key)) keys[key] = localStorage.getItem(key);
      }
    } catch (error) {
      keys['?'] = String(error);
    }
    return keys;
  }

  function asked(request) {
    return new Promise(function (done, failed) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
      request.onblocked = request.onerror;
    });
  }

  // Every row of our database, if there is one: opening it by name would make an empty one where there is none.
  function logged() {
    if (typeof indexedDB === 'undefined' || !indexedDB.databases) return Promise.resolve({});
    return indexedDB.databases().then(function (names) {
      var ours = names.filter(function (entry) { return /^binome/.test(entry.name); });
      return Promise.all(ours.map(function (entry) {
        return asked(indexedDB.open(entry.name)).then(function (database) {
          var stores = Array.prototype.slice.call(database.objectStoreNames);
          return Promise.all(stores.map(function (store) {
            var rows = database.transaction(store).objectStore(store);
            return Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]).then(function (both) {
              return { store: store, keys: both[0], rows: both[1] };
            });
          })).then(function (all) {
            database.close();
            return { database: entry.name, stores: all };
          });
        });
      }));
    });
  }

  function save() {
    var copy = { binome: 'rescue', localStorage: kept(), indexedDB: {} };
    function hand() {
      var text = JSON.stringify(copy, null, 1);
      var box = document.getElementById('rescued');
      box.value = text;
      part('copy').hidden = false;
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      link.download = 'binome-copie-de-secours.json';
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    }
    // A database that does not answer must not keep the rest from being saved.
    var waiting = true;
    function once() {
      if (!waiting) return;
      waiting = false;
      hand();
    }
    setTimeout(once, 4000);
    try {
      logged().then(function (log) { copy.indexedDB = log; once(); }, function (error) { copy.indexedDB = String(error); once(); });
    } catch (error) {
      once();
    }
  }

  window.addEventListener('binome-stopped', stopped);
  part('save').addEventListener('click', save);
  part('reload').addEventListener('click', function () { location.reload(); });

  if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script'))) {
    tell('WebAssembly');
    return;
  }
  // A file that did not arrive, or a module that failed: an event on its element, or on the window.
  window.addEventListener('error', function (event) {
    var file = event.target && (event.target.src || event.target.href);
    tell(event.message || (file && String(file)));
  }, true);
  window.addEventListener('unhandledrejection', function (event) { tell(event.reason); });
  setTimeout(tell, PATIENCE);
}());
