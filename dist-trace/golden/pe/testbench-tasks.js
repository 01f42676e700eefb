/** The comparisons of an element's bench: outputs, registers, and the verdict. */
export function benchTasks() {
    return `  function say(input integer unused);
    begin
      say = printed < errors;
      printed = printed + 1;
    end
  endfunction

  task take_output;
    reg due;  // with +check_cycles: the golden results have an output in this cycle
    begin
      due = next < OUTPUTS && (!check_cycles || outputs[next][63:32] == cycle);
      if (out_valid === 1'b1) begin
        if (dump != 0) begin
          if (stamp) $fwrite(dump, "%0d: ", cycle);
          $fdisplay(dump, "%h", out);
          results = results + 1;
        end
        if (!due) begin
          left_over = left_over + 1;
          if (say(0)) $display("MISMATCH cycle %0d (%0s): output %h, expected none", cycle, class_of(cycle), out);
        end else if (out !== outputs[next][31:0]) begin
          differ = differ + 1;
          if (say(0))
            $display("MISMATCH cycle %0d (%0s): output %0d: expected %h, found %h", cycle, class_of(outputs[next][63:32]), next, outputs[next][31:0], out);
        end
      end else if (out_valid !== 1'b0) begin
        unknown = unknown + 1;
        if (say(0)) $display("MISMATCH cycle %0d (%0s): out_valid is %b", cycle, class_of(cycle), out_valid);
      end else if (check_cycles && due) begin
        missing = missing + 1;
        if (say(0)) $display("MISMATCH cycle %0d (%0s): output %0d: expected %h, found none", cycle, class_of(cycle), next, outputs[next][31:0]);
      end
      if (due && (check_cycles || out_valid === 1'b1)) next = next + 1;
    end
  endtask

  reg [REGISTER_BITS-1:0] golden;

  task take_registers;
    begin
      if (dump_registers != 0) begin
        if (stamp) $fwrite(dump_registers, "%0d: ", cycle);
        $fdisplay(dump_registers, "%h", registers);
      end
      if (check_registers) begin
        golden = golden_registers[cycle];
        if (registers !== golden) begin
          register_cycles = register_cycles + 1;
          if (say(0)) find_register;
        end
      end
    end
  endtask

  reg found;

  // Prints the first lane of a field that differs, unless an earlier field did.
  task look(input [8*32-1:0] name, input integer lsb, input integer width, input integer lanes);
    integer lane;
    reg [127:0] mask, expected, actual;
    begin
      mask = (128'd1 << width) - 128'd1;
      for (lane = 0; lane < lanes && !found; lane = lane + 1) begin
        expected = 128'(golden >> (lsb + lane * width)) & mask;
        actual = 128'(registers >> (lsb + lane * width)) & mask;
        if (actual !== expected) begin
          found = 1'b1;
          if (lanes == 1) $display("MISMATCH cycle %0d (%0s): %0s: expected %0h, found %0h", cycle, class_of(cycle), name, expected, actual);
          else $display("MISMATCH cycle %0d (%0s): %0s[%0d]: expected %0h, found %0h", cycle, class_of(cycle), name, lane, expected, actual);
        end
      end
    end
  endtask

  task finish_run;
    begin
      ended = 1'b1;
      missing = missing + OUTPUTS - next;
      if (dump != 0) begin
        $fdisplay(dump, "// end: %0d results", results);
        $fclose(dump);
      end
      if (dump_registers != 0) begin
        $fdisplay(dump_registers, "// end: %0d results", CYCLES);
        $fclose(dump_registers);
      end
      if (printed > errors) $display("... and %0d more mismatches (+errors=N prints more)", printed - errors);
      if (differ + missing + left_over + unknown + register_cycles == 0) begin
        $write("PASS pe: %0d outputs in %0d cycles", OUTPUTS, CYCLES);
        if (check_cycles) $write(", each in its own");
        if (check_registers) $write(", all registers");
        $display("");
        $finish;
      end else begin
        $write("FAIL pe: %0d of %0d outputs differ, %0d missing, %0d left over", differ, OUTPUTS, missing, left_over);
        if (unknown != 0) $write(", out_valid unknown in %0d cycles", unknown);
        if (check_registers) $write(", registers differ in %0d of %0d cycles", register_cycles, CYCLES);
        $display("");
        $fatal;
      end
    end
  endtask
`;
}
//# sourceMappingURL=testbench-tasks.js.map