// Films and recordings of the page, as a learner plays them with keys. Numbered by `list`.
(() => {
  const PLAY = /^[▶►]?\s*(play|listen|watch|abspielen|wiedergabe|anhören|lire|lecture|écouter|reproducir|escuchar|riproduci|ascolta|afspelen|chwarae|gwrando|odtwórz|відтворити|слухати|تشغيل|استماع)(?!\p{L})/iu;
  const STOP = /^[⏸■]?\s*(pause|stop|halt|anhalten|arrêter|pausa|parar|ferma|pauze|oedi|wstrzymaj|пауза|зупинити|إيقاف)(?!\p{L})/iu;
  /** Seconds that a film has moved when it plays. */
  const MOVED = 0.05;

  return {
    list: [],

    /** Numbers what can be started by itself: one of each figure, such as a film and not its sign language. Gives what each is called. */
    number() {
      const shown = [...document.querySelectorAll("video, audio")].filter((one) => this.control(one));
      this.list = [...Map.groupBy(shown, (one) => one.closest("figure") ?? one).values()].map(([one]) => one);
      for (const one of this.list) one.began = false;
      for (const one of this.list) one.addEventListener("play", () => (one.began = true));
      return this.list.map((one) => ({ place: window.structure.name(one), away: this.isAway(one) }));
    },

    /** What starts and stops it: our button, else the player of the browser, else a button beside it whose name says so. */
    control(media) {
      const beside = media.closest("[data-film]") ?? media.closest("figure, section, div") ?? document.body;
      const shown = (one) => window.structure.shown(one);
      const own = beside.querySelector("[data-film-play]") ?? (media.controls ? media : null);
      if (own || (media.localName === "video" && !shown(media))) return own && shown(own) ? own : null;
      const buttons = [...beside.querySelectorAll("button, [role=button]")].filter(shown);
      const named = (words) => buttons.find((one) => words.test(window.named.called(one)));
      return (!media.paused && named(STOP)) || named(PLAY) || null;
    },

    /** Whether it comes from another host: that host would hear of it. */
    isAway({ currentSrc, src }) {
      const address = currentSrc || src;
      return /^(https?|wss?):/.test(address) && !address.startsWith(location.origin);
    },

    /** Puts the focus on what starts and stops a film; gives the key that presses it, or nothing where no key reaches it. */
    focusOn(number) {
      const control = this.control(this.list[number]);
      window.focus();
      control?.focus();
      if (!control || document.activeElement !== control) return "";
      return control === this.list[number] ? "Space" : "Enter";
    },

    /** Remembers where a film is, so that it can be said whether it moves. */
    mark(number) {
      const media = this.list[number];
      [media.began, media.from] = [!media.paused, media.currentTime];
    },

    /** Whether the browser knows what a film is, or asks for it only when it is played. */
    known(number) {
      const media = this.list[number];
      return media.readyState > media.HAVE_NOTHING || media.preload === "none" || this.failed(media);
    },

    /** Whether a film was told to play since it was marked, or cannot be. */
    began(number) {
      const media = this.list[number];
      return media.began || !media.paused || this.failed(media);
    },

    /** Whether the browser has found that it cannot play it. */
    failed({ error, networkState, NETWORK_NO_SOURCE }) {
      return Boolean(error) || networkState === NETWORK_NO_SOURCE;
    },

    /** Whether a film has moved on, or cannot: then there is nothing more to wait for. */
    moved(number) {
      const media = this.list[number];
      return media.currentTime > media.from + MOVED || media.ended || this.failed(media);
    },

    /** How a film stands: whether it was started, has moved, plays, is heard, and is hidden; nothing where its document is gone. */
    state(number) {
      const media = this.list[number];
      if (!media) return null;
      const plays = !media.paused && !media.ended && !this.failed(media);
      const heard = plays && !media.muted && media.volume > 0;
      return { began: this.began(number), moved: media.currentTime > media.from + MOVED || media.ended, plays, heard, hidden: !media.checkVisibility() && !this.control(media) };
    },

    /** Whether a film is the same a moment later. */
    async standsStill(number) {
      const { currentTime } = this.list[number];
      await new Promise((done) => (window.ownTime?.later ?? setTimeout)(done, 150));
      return this.list[number].paused && this.list[number].currentTime === currentTime;
    },

    /** Whether the browser can play a file at all: started by a script, without a sound. */
    async plays(number) {
      const media = this.list[number];
      const { muted } = media;
      media.muted = true;
      const late = new Promise((done) => (window.ownTime?.later ?? setTimeout)(done, 3000));
      const could = await Promise.race([media.play().then(() => true, () => false), late]);
      media.pause();
      media.muted = muted;
      return could === true;
    },

    /** Stops all of them, whatever the page does. */
    stop() {
      for (const one of this.list) one.pause();
    },
  };
})()
