#!/usr/bin/env python3
"""Opens dashboard.html in headless Chromium as a reader would, and says what is amiss.

    look.py CHROMIUM dashboard.html [FOLDER FOR SCREENSHOTS]

It speaks to the browser through its pipe, so nothing but Python's own library is needed. Checked at a
width of 1280 and of 390, in light and in dark: nothing is loaded, nothing is written to the console,
the page does not scroll sideways, every text stands out against its ground at 4.5 : 1, and whatever
folds or scrolls is reached and worked by keyboard alone.
"""
import base64
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time

CONTRAST = r"""(() => {
  const parse = text => {
    const parts = (text.match(/[\d.]+/g) || []).map(Number);
    return parts.length > 3 ? parts : parts.concat([1]);
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat([1]);
  const light = colour => {
    const [r, g, b] = colour.slice(0, 3).map(value => {
      value /= 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(parse(getComputedStyle(at).backgroundColor));
      if (layers[layers.length - 1][3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const below = ground(element);
    const ink = over(parse(element.closest('svg') ? style.fill : style.color), below);
    const [a, b] = [light(ink), light(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    texts += 1;
    if (ratio < 4.5) faults.add(`${ratio.toFixed(2)} : 1 in "${walker.currentNode.data.trim().slice(0, 40)}"`);
  }
  return {texts, faults: [...faults].slice(0, 10)};
})()"""

NAME = r"""(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  return [...document.querySelectorAll('summary, .frame, input, a')].indexOf(at) + ' ' + at.tagName;
})()"""


class Browser:
    """One headless Chromium, spoken to through its pipe."""

    def __init__(self, path, folder):
        down_read, self.down = os.pipe()
        self.up, up_write = os.pipe()

        def pipes():
            # The browser reads commands from 3 and writes answers to 4.
            os.dup2(down_read, 9)
            os.dup2(up_write, 10)
            os.dup2(9, 3)
            os.dup2(10, 4)

        self.process = subprocess.Popen(
            [path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--user-data-dir=" + folder, "--no-first-run", "--disable-extensions", "about:blank"],
            preexec_fn=pipes, close_fds=False, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(down_read)
        os.close(up_write)
        self.rest = b""
        self.events = []
        self.number = 0
        self.session = None

    def read(self, patience=30):
        until = time.monotonic() + patience
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.up], [], [], max(0, until - time.monotonic()))
            piece = os.read(self.up, 1 << 20) if ready else b""
            if not piece:
                self.give_up()
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def end(self):
        # With its children: the wrapper that started it may not pass a signal on.
        os.killpg(self.process.pid, signal.SIGKILL)

    def give_up(self, *_):
        """Ends with 75: the browser does not answer."""
        self.end()
        os._exit(75)

    def call(self, method, **values):
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.down, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.read())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key, code, text=None):
        for kind in ("keyDown", "keyUp"):
            more = {"text": text} if text and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code, **more)


def look(browser, address, width, scheme, folder):
    """What is amiss at one width in one scheme."""
    faults = []
    place = f"{width} px, {scheme}"
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=800,
                 deviceScaleFactor=1, mobile=width < 500)
    browser.call("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.events = []
    browser.call("Page.navigate", url=address)
    browser.wait("Page.loadEventFired")
    time.sleep(0.2)
    size = browser.value("[document.documentElement.scrollWidth, innerWidth, document.body.scrollHeight]")
    if size[0] > width or size[1] > width:
        faults.append(f"{place}: the page is {max(size[:2])} px wide")
    if folder:
        shot = browser.call("Page.captureScreenshot", captureBeyondViewport=True,
                            clip={"x": 0, "y": 0, "width": width, "height": size[2], "scale": 1})
        with open(os.path.join(folder, f"dashboard-{width}-{scheme}.png"), "wb") as file:
            file.write(base64.b64decode(shot["data"]))
    faults += keyboard(browser, place)
    browser.value("document.querySelectorAll('details').forEach(at => at.open = true)")
    if browser.value("document.documentElement.scrollWidth") > width:
        faults.append(f"{place}: the page scrolls sideways when all is unfolded")
    contrast = browser.value(CONTRAST)
    if contrast["texts"] < 50:
        faults.append(f"{place}: only {contrast['texts']} texts are seen")
    faults += [f"{place}: {fault}" for fault in contrast["faults"]]
    for event in browser.events:
        method, values = event.get("method"), event.get("params", {})
        if method == "Log.entryAdded":
            faults.append(f"{place}: console: {values['entry'].get('text')}")
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            faults.append(f"{place}: console: {json.dumps(values)[:200]}")
        elif method == "Network.requestWillBeSent" and values["request"]["url"] != address:
            faults.append(f"{place}: loads {values['request']['url']}")
    return faults


def keyboard(browser, place):
    """Walks over the page with the Tab key, unfolding with Enter what is folded."""
    reached = set()
    for _ in range(400):
        browser.press("Tab", 9)
        name = browser.value(NAME)
        if not name or name in reached:
            break
        reached.add(name)
        if name.endswith("SUMMARY"):
            browser.press("Enter", 13, "\r")
    wanted = browser.value(
        "[...document.querySelectorAll('summary, .frame, input, a')]"
        ".map((at, index) => index + ' ' + at.tagName + (at.name ? '!' : ''))")
    # Of the buttons of one choice the Tab key reaches the chosen one, arrows the others.
    missing = [name for name in wanted if not name.endswith("!") and name not in reached]
    faults = []
    if missing:
        faults.append(f"{place}: not reached by keyboard: {', '.join(missing)}")
    if browser.value("document.querySelectorAll('details:not([open])').length"):
        faults.append(f"{place}: a table was not unfolded by the Enter key")
    if browser.value("document.querySelectorAll('.filter input').length") > 1:
        browser.value("document.querySelector('.filter input').focus()")
        rows = "[...document.querySelectorAll('.row')].filter(at => at.getClientRects().length).length"
        before = browser.value(rows)
        browser.press("ArrowRight", 39)
        if browser.value(rows) >= before:
            faults.append(f"{place}: the choice of a result narrows nothing")
        browser.press("ArrowLeft", 37)
    return faults


def main():
    chromium, page = sys.argv[1:3]
    folder = sys.argv[3] if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(chromium, profile)
        signal.signal(signal.SIGALRM, browser.give_up)
        signal.alarm(120)
        try:
            target = browser.call("Target.createTarget", url="about:blank")["targetId"]
            browser.session = browser.call(
                "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Log", "Network"):
                browser.call(domain + ".enable")
            faults = []
            for width in (1280, 390):
                for scheme in ("light", "dark"):
                    faults += look(browser, "file://" + os.path.realpath(page), width, scheme, folder)
        finally:
            browser.end()
            browser.process.wait()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
