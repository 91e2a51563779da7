"""What an event loop notes of its tasks: for the timeline, when they begin and end; for the verdict's words, what went
wrong in them. Every loop has it, that of `npm run fidelity`, too."""

from . import _bridge, _mishaps, _where


class NotingLoop:
    """Stands before a class of loops."""

    def __init__(self, *given):
        super().__init__(*given)
        #: Tasks that have not ended, by row of the timeline.
        self.live_tasks = {}

    def create_task(self, coro, **kwargs):
        row = _where.new_row()
        label = getattr(coro, "__qualname__", None) or type(coro).__name__
        parent = _where.current_row()
        if kwargs.get("name") is None and self._task_factory is None:  # a factory may not know what a name is
            kwargs["name"] = _where.new_task_name()
        # Noted before the task is made: an eager task may run to its end at once.
        _bridge.note("task", row, parent, str(label)[:120], _where.student_line())
        task = super().create_task(coro, **kwargs)
        task.overlap_row = row
        task.overlap_root = self.live_tasks[parent].overlap_root if parent in self.live_tasks else row
        if task.done():
            _note_end(task)
        else:
            self.live_tasks[row] = task
            task.add_done_callback(self._forget)
        return task

    def _forget(self, task):
        self.live_tasks.pop(task.overlap_row, None)
        _note_end(task)

    def call_exception_handler(self, context):
        _mishaps.note_loop_trouble(context)
        super().call_exception_handler(context)


def _note_end(task):
    if task.cancelled():
        outcome = "cancelled"
    else:
        outcome = "error" if task._exception is not None else "ok"
        if task._exception is not None:
            _mishaps.note_failed_task(task)
    _bridge.note("end", task.overlap_row, None, outcome, None)
