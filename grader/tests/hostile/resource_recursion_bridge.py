# attack: lets the judge call back into the submission without end
# expect: overall=failed scenario=failed|errored|killed
async def trade(desk, on_step, confirm, once):
    def again():
        return once(again)

    return again()
